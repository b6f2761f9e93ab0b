import { ListView } from "../../list";
import { words } from "../../words";

/** Objections to the superior, and the disputes that follow them. */
export function ObjectionsScreen() {
  return (
    <>
      <div className="screen-head">
        <h1>{words.objections.title}</h1>
      </div>
      <ListView list="objections" title={words.objections.title} />
    </>
  );
}
