import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  base: "./",
  clearScreen: false,
  // The guide for officers is read in the app too, from where it is written.
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  // WebKitGTK 2.50 and WebView2 are both newer than this.
  build: { target: ["es2022", "safari17"], chunkSizeWarningLimit: 1400, modulePreload: { polyfill: false } },
  test: {
    environment: "jsdom",
    include: ["test/stories/**/*.test.{ts,tsx}"],
    setupFiles: ["test/stories/setup.ts"],
    testTimeout: 120_000,
    maxWorkers: 2,
  },
});
