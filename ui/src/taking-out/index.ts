export { TakeOutButton } from "./take-out-button";
