import { Button, NativeSelect, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answer } from "../../answers";
import { keys, type PrintWayView, useCore } from "../../core";
import { WayDialog } from "../../paper";
import { fill, words } from "../../words";

const say = words.printing;

/** How papers are printed on this computer: all of them, and those that are set up by themselves. */
export function PrintingPart() {
  const core = useCore();
  const ways = useQuery({ queryKey: keys.print_ways, queryFn: () => core.print_ways() });
  return <Answer of={ways}>{(all) => <Ways ways={all} />}</Answer>;
}

function Ways({ ways }: { ways: PrintWayView[] }) {
  const [kind, setKind] = useState<string | null>(null);
  const set = ways.filter(({ own }, at) => own || at === 0);
  const others = ways.filter((way) => !set.includes(way));
  const open = ways.find((way) => way.kind === kind);
  return (
    <Stack gap="sm">
      <Text>{say.lead}</Text>
      <table className="plain" aria-label={say.title}>
        <thead>
          <tr>
            <th scope="col">{say.paper}</th>
            <th scope="col">{say.told}</th>
            <th scope="col">
              <span className="only-heard">{say.change}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {set.map((way) => (
            <tr key={way.kind} data-testid="way-row">
              <td>{way.label}</td>
              <td>{way.told}</td>
              <td>
                <Button
                  variant="default"
                  size="compact-sm"
                  data-testid={`way-${way.kind}`}
                  aria-label={fill(say.change_of, { kind: way.label })}
                  onClick={() => setKind(way.kind)}
                >
                  {say.change}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <NativeSelect
        label={say.other}
        data-testid="way-other"
        maw="24rem"
        value=""
        onChange={(event) => setKind(event.currentTarget.value || null)}
        data={[{ value: "", label: say.other_pick }, ...others.map(({ kind: value, label }) => ({ value, label }))]}
      />
      {open && <WayDialog key={open.kind} way={open} opened close={() => setKind(null)} />}
    </Stack>
  );
}
