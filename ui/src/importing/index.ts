export { ImportTable } from "./import-table";
