export { DeadlineDates, DeadlinePanel } from "./deadline-panel";
