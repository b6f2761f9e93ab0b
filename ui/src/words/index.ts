import { firstStart } from "./first-start";
import { newRequest } from "./new-request";
import { printing } from "./printing";
import { deadline, request, tidings } from "./request";
import {
  action,
  backup,
  blanks,
  calendar,
  handover,
  importing,
  information,
  list,
  making,
  objections,
  questions,
  record,
  registers,
  requests,
  restore,
  settings,
  taking_out,
  today,
  unlock,
} from "./screens";
import { edit, fault, fields, help, papers, rows, shell } from "./shell";

export { counted, figure, fill } from "./fill";

/** Everything the window itself says. What the law and the office are called comes from the core. */
export const words = {
  backup,
  restore,
  fault,
  fields,
  shell,
  edit,
  help,
  papers,
  printing,
  rows,
  firstStart,
  unlock,
  today,
  calendar,
  requests,
  newRequest,
  request,
  deadline,
  tidings,
  action,
  blanks,
  importing,
  handover,
  information,
  list,
  making,
  objections,
  questions,
  record,
  registers,
  settings,
  taking_out,
} as const;
