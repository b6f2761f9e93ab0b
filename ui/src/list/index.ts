export { Filters } from "./filters";
export { ListView } from "./list-view";
export { usePages } from "./pages";
export { Rows } from "./rows";
export { Tabs } from "./tabs";
