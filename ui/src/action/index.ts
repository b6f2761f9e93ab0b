export { ActionPage } from "./action-page";
export { useAfter } from "./after";
export { actionPath, pathOf, subjectOf } from "./paths";
export { Steps } from "./steps";
