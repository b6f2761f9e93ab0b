export { ActionPage } from "./action-page";
export { useAfter } from "./after";
export { keptName } from "./kept";
export { Steps } from "./steps";
