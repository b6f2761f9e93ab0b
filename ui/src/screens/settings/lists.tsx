import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { ListKind } from "../../core";
import { ListView } from "../../list";
import { placePath } from "../../places/places";
import { words } from "../../words";

const say = words.settings;

const PARTS: Record<string, { list: ListKind; title: string; closed?: boolean }> = {
  pejabat: { list: "officials", title: say.officials },
  akun: { list: "accounts", title: say.accounts },
  kalender: { list: "days_off", title: say.days_off },
  naskah: { list: "templates", title: say.templates },
  paket: { list: "packs", title: say.packs },
  pemakaian: { list: "uses", title: say.uses, closed: true },
  "masa-simpan": { list: "retained", title: say.retained },
};

/** One kind of setting as a list to open and change. */
export function SettingsListScreen({ part }: { part: string }) {
  const { list, title, closed } = PARTS[part] ?? { list: "officials" as const, title: say.officials, closed: false };
  return (
    <>
      <div className="screen-head">
        <h1>{title}</h1>
        <Anchor component={Link} href={placePath("settings")}>
          {say.back}
        </Anchor>
      </div>
      <ListView key={list} list={list} title={title} closed={closed} />
    </>
  );
}
