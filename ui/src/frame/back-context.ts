import { createContext, useContext } from "react";

export const BackContext = createContext<() => void>(() => undefined);

/** Does what Esc does. */
export const useGoBack = () => useContext(BackContext);
