import { useEffect } from "react";
import { useCore } from "../core";

/** How often the core is told at most that somebody is here, in milliseconds. */
const AGAIN = 15_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Tells the core that somebody is at the window, which it locks when nobody is. */
export function useStaying() {
  const core = useCore();
  useEffect(() => {
    let told = 0;
    const stay = (sign: Event) => {
      if (sign.timeStamp - told < AGAIN && told > 0) return;
      told = sign.timeStamp;
      void core.stay().catch(() => {});
    };
    for (const sign of SIGNS) window.addEventListener(sign, stay, { passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, stay);
    };
  }, [core]);
}
