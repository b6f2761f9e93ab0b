import { ListView, Tabs } from "../../list";
import { placePath } from "../../places/places";
import { words } from "../../words";
import { BlankFormsPart } from "./blank-forms";
import { FiguresPart, SurveyPart } from "./figures";
import { NumberedFormsPart } from "./numbered-forms";
import { OldBookPart } from "./old-book";
import { RegisterPart } from "./register-part";

const say = words.registers;

/** The office's books, its figures, its yearly reports and its survey. */
export function RegisterScreen({ part }: { part: string }) {
  return (
    <>
      <div className="screen-head">
        <h1>{say.title}</h1>
      </div>
      <Tabs
        label={say.parts}
        tabs={[
          { path: placePath("registers"), label: say.register },
          { path: placePath("registers", "formulir"), label: say.blanks },
          { path: placePath("registers", "bernomor"), label: say.numbered },
          { path: placePath("registers", "buku-lama"), label: say.old_book },
          { path: placePath("registers", "angka"), label: say.figures },
          { path: placePath("registers", "laporan"), label: say.reports },
          { path: placePath("registers", "survei"), label: say.surveys },
        ]}
      />
      {part === "formulir" && <BlankFormsPart />}
      {part === "bernomor" && <NumberedFormsPart />}
      {part === "buku-lama" && <OldBookPart />}
      {part === "angka" && <FiguresPart />}
      {part === "laporan" && <ListView key="reports" list="reports" title={say.reports} />}
      {part === "survei" && <SurveyPart />}
      {part === "register" && <RegisterPart />}
    </>
  );
}
