import { useCore } from "../../core";
import { ListView, Tabs } from "../../list";
import { PrintButton, SaveButton } from "../../paper";
import { placePath } from "../../places/places";
import { words } from "../../words";
import { ImportDip } from "./import-dip";

const say = words.information;

/** The catalogue of public information, and what is exempt from it. */
export function InformationScreen({ part }: { part: string }) {
  const core = useCore();
  return (
    <>
      <div className="screen-head">
        <h1>{say.title}</h1>
      </div>
      <Tabs
        label={say.parts}
        tabs={[
          { path: placePath("information"), label: say.dip },
          { path: placePath("information", "dik"), label: say.dik },
        ]}
      />
      {part === "dik" ? (
        <ListView
          key="dik"
          list="classifications"
          title={say.dik}
          beside={
            <>
              <PrintButton testid="print-dik" paper={{ paper: "exempt_list" }} />
              <SaveButton
                label={say.print_dik}
                testid="save-dik"
                save={() => core.save_paper({ paper: "exempt_list" })}
              />
            </>
          }
        />
      ) : (
        <ListView
          key="dip"
          list="dip"
          title={say.dip}
          beside={
            <>
              <ImportDip />
              <SaveButton
                label={say.template}
                testid="dip-template"
                save={() => core.save_export({ export: "dip_template" })}
              />
              <SaveButton
                label={say.export_xlsx}
                testid="export-xlsx"
                save={() => core.save_export({ export: "dip", format: "xlsx" })}
              />
              <SaveButton
                label={say.export_csv}
                testid="export-csv"
                save={() => core.save_export({ export: "dip", format: "csv" })}
              />
              <PrintButton testid="print-dip" paper={{ paper: "dip" }} />
              <SaveButton label={say.print_dip} testid="save-dip" save={() => core.save_paper({ paper: "dip" })} />
            </>
          }
        />
      )}
    </>
  );
}
