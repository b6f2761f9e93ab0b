import { useCore } from "../../core";
import { ImportTable } from "../../importing";
import { ListView } from "../../list";
import { placePath } from "../../places/places";
import { fill, words } from "../../words";

const say = words.registers;

/** The register that was kept before this program, copied from a table. */
export function OldBookPart() {
  const core = useCore();
  return (
    <ListView
      key="old_requests"
      list="old_requests"
      title={say.old_book}
      beside={
        <ImportTable
          testid="import-old-book"
          label={say.old_import}
          said={(preview) => fill(say.old_said, preview)}
          agree={say.old_accept}
          fates={[
            ["leave", words.importing.leave],
            ["new", say.old_new],
          ]}
          path={placePath("registers", "buku-lama")}
          pick={() => core.import_old_book()}
          again={(choices) => core.import_old_book_again(choices)}
          accept={(token) => core.accept_old_book(token)}
        />
      }
    />
  );
}
