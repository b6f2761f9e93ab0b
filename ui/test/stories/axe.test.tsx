import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { scenes } from "../window/scenes";
import { faultsSeenByAxe, found, openWindow } from "./window";

describe("axe finds nothing", () => {
  it.each([
    ["the first start", "/", "start", "begin"],
    ["the door", "/", "locked", "unlock"],
    ["today", "/", "", "nav-today"],
    ["the list", "/permohonan", "", "stage-all"],
    ["a new request", "/permohonan/baru", "restored", "save"],
    ["one request", "/permohonan/r108", "registered", "step-refuse"],
    ["granting", "/permohonan/r108/beri", "", "submit-grant"],
    ["refusing", "/permohonan/r108/tolak", "", "submit-refusal"],
    ["settings", "/pengaturan", "enrolled", "nav-settings"],
  ])("on %s", async (_, path, scene, sign) => {
    openWindow(path, scenes[scene]);
    await found(sign);
    await waitFor(() => expect(screen.queryAllByRole("status", { name: "Memuat …" })).toHaveLength(0));
    expect(await faultsSeenByAxe()).toEqual([]);
  });
});
