// The window over recorded answers, for looking at: `npm run dev`, then /test/window/?scene=empty#/permohonan
import { open } from "../../src/open";
import { RecordedBridge } from "../recorded/bridge";
import { scenes } from "./scenes";

const scene = new URLSearchParams(location.search).get("scene") ?? "";
open(new RecordedBridge(scenes[scene] ?? {}));
