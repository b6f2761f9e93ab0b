import type { Core, Invoke } from "./bindings";

/**
 * The argument names of every command, until the generated bindings bring their own `makeCore`.
 * `satisfies` makes a command without its line here a type error.
 */
const ARGUMENTS = {
  opening: [],
  begin: ["first"],
  unlock: ["login", "password"],
  unlock_with_card: ["code", "login", "password", "password_again"],
  lock: [],
  session: [],
  today: [],
  request_form: [],
  keep_draft: ["draft"],
  discard_draft: [],
  preview_request: ["draft"],
  register_request: ["draft"],
  requests: ["query"],
  request: ["id"],
  declare_complete: ["id"],
  grant_request: ["id", "grant"],
  refuse_request: ["id", "refusal"],
  paper: ["paper"],
  print_paper: ["paper", "printer"],
  save_paper: ["paper"],
  printers: [],
  settings: [],
  enrol: ["server", "code"],
  sync_now: [],
} satisfies Record<keyof Core, string[]>;

/** The core as the window calls it, over one way to send a command. */
export function makeCore(invoke: Invoke): Core {
  const commands = Object.entries(ARGUMENTS).map(([command, names]) => [
    command,
    (...given: unknown[]) => invoke(command, Object.fromEntries(names.map((name, at) => [name, given[at]]))),
  ]);
  return Object.fromEntries(commands) as Core;
}
