import type { ListKind, PaperRef, RegisterQuery, RequestDraft, RequestQuery, SubjectRef } from "./bindings";

/** Under which key each answer of the core is kept. The first word is the command that was asked. */
export const keys = {
  opening: ["opening"],
  session: ["session"],
  today: ["today"],
  month: (month: string | null) => ["month", month] as const,
  settings: ["settings"],
  about: ["about"],
  printers: ["printers"],
  printer_abilities: (printer: string) => ["printer_abilities", printer] as const,
  print_way: (paper: PaperRef) => ["print_way", paper] as const,
  /** How any paper is printed. */
  every_print_way: ["print_way"],
  print_ways: ["print_ways"],
  file_progress: ["file_progress"],
  backup_progress: ["backup_progress"],
  take_out_progress: ["take_out_progress"],
  /** A fresh form for each request that is written down while the screen is open. */
  request_form: (sheet: number) => ["request_form", sheet] as const,
  /** One that nothing was typed into. */
  blank_form: ["request_form", "blank"],
  preview_request: (draft: RequestDraft) => ["preview_request", draft] as const,
  find: (words: string) => ["find", words] as const,
  requests: (narrowed: RequestQuery) => ["requests", narrowed] as const,
  /** Any request that is kept. */
  every_request: ["request"],
  request: (id: string) => ["request", id] as const,
  tidings: (id: string, about: string) => ["tidings", id, about] as const,
  action_form: (subject: SubjectRef, action: string) => ["action_form", subject, action] as const,
  record: (subject: SubjectRef) => ["record", subject] as const,
  /** Every record that is kept. */
  records: ["record"],
  list: (list: ListKind, words: string, filter: string | undefined) => ["list", list, words, filter] as const,
  register: (query: RegisterQuery) => ["register", query] as const,
  figures: (from: string, to: string) => ["figures", from, to] as const,
  satisfaction: (from: string, to: string) => ["satisfaction", from, to] as const,
  /** A paper is made anew with each edition: once printed it is a copy. */
  paper: (paper: PaperRef, edition: number) => ["paper", paper, edition] as const,
} as const;

type Keys = typeof keys;
/** The key of any answer that is kept. */
export type AnswerKey = {
  [Name in keyof Keys]: Keys[Name] extends (...of: never[]) => infer Key ? Key : Keys[Name];
}[keyof Keys];

declare module "@tanstack/react-query" {
  interface Register {
    queryKey: AnswerKey;
  }
}
