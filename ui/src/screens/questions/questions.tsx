import { ListView } from "../../list";
import { words } from "../../words";

/** Questions to PPID Utama, and from there. */
export function QuestionsScreen() {
  return (
    <>
      <div className="screen-head">
        <h1>{words.questions.title}</h1>
      </div>
      <ListView list="questions" title={words.questions.title} />
    </>
  );
}
