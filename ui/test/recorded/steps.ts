import type { NextStep } from "../../src/core";

/** What may be done, as the core says it. */
export const step = (action: string, label: string, more: Partial<NextStep> = {}): NextStep => ({
  action,
  label,
  allowed: true,
  reason: null,
  form: true,
  main: false,
  ...more,
});
