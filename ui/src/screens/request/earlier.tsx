import type { EarlierItem } from "../../core";
import { PaperPanel } from "../../paper";
import type { Beside } from "../../record-parts";
import { fill, words } from "../../words";

const say = words.request;

/** Letters of a request that hold no more: evidence all the same, printed as copies. */
export const earlier = (id: string, items: EarlierItem[]): Beside[] =>
  items.map(({ place, title, number }) => {
    const named = fill(number ? say.earlier_numbered : say.earlier, { title, number: number ?? "" });
    return {
      code: `earlier-${place}`,
      title: named,
      panel: <PaperPanel paper={{ paper: "earlier_of_request", id, place }} title={named} printed={1} />,
    };
  });
