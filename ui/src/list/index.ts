export { Filters } from "./filters";
export { ListRows } from "./list-rows";
export { ListView } from "./list-view";
export { usePages } from "./pages";
export { Tabs } from "./tabs";
