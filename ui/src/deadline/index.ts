export { DayTable } from "./day-table";
export { DeadlineDates, DeadlinePanel } from "./deadline-panel";
