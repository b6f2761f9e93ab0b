import { useCore } from "../../core";
import { ImportTable } from "../../importing";
import { placePath } from "../../places/places";
import { fill, words } from "../../words";

const say = words.information;

/** Takes items of the catalogue from a table. */
export function ImportDip() {
  const core = useCore();
  return (
    <ImportTable
      testid="import-dip"
      label={words.importing.pick}
      said={(preview) => fill(say.import_said, preview)}
      agree={say.import_accept}
      fates={[
        ["leave", words.importing.leave],
        ["new", say.import_new],
        ["change", say.import_change],
      ]}
      path={placePath("information")}
      pick={() => core.import_dip()}
      again={(choices) => core.import_dip_again(choices)}
      accept={(token) => core.accept_import(token)}
    />
  );
}
