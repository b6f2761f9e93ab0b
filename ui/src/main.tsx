import { tauri } from "./core/tauri";
import { open } from "./open";

open(tauri);
