export { ActionPage } from "./action-page";
export { useAfter } from "./after";
export { Steps } from "./steps";
