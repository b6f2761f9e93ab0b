import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const cache = new Map<string, { text: string | null; value: unknown }>();

function read<T>(name: string, otherwise: T): T {
  const text = localStorage.getItem(`loket.${name}`);
  const known = cache.get(name);
  if (known && known.text === text) return known.value as T;
  let value: unknown = otherwise;
  try {
    if (text !== null) value = JSON.parse(text);
  } catch {
    value = otherwise;
  }
  cache.set(name, { text, value });
  return value as T;
}

/** A preference of this computer (colours, columns, printer). Never anything about a person. */
export function useRemembered<T>(name: string, otherwise: T): [T, (value: T) => void] {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  const value = useSyncExternalStore(subscribe, () => read(name, otherwise));
  const remember = useCallback(
    (next: T) => {
      localStorage.setItem(`loket.${name}`, JSON.stringify(next));
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [value, remember];
}
