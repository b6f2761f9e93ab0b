import { ActionIcon, Button, Input, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { FormColumn } from "../core";
import { fill, words } from "../words";
import { FieldPlace, type FieldProps, useField } from "./field";
import { type Names, useProblemWithin } from "./form";
import "./table-field.css";

const say = words.fields;

type Row = { key: number; cells: string[] };

/** Rows of a few short cells, one more with every press of +. A problem of one row stands below it. */
export function TableField<T extends object, K extends Names<T, string[]>>(
  props: FieldProps<T, K> & { columns: FormColumn[] },
) {
  const { form, name, label, description, required, columns } = props;
  const field = useField(form, name);
  const within = useProblemWithin(form, name);
  const made = useRef(0);
  const row = (cells: string[]): Row => ({ key: made.current++, cells: columns.map((_, at) => cells[at] ?? "") });
  const [rows, setRows] = useState(() => {
    const given = (field.value as string[]).map((line) => row(line.split("\t")));
    return given.length > 0 ? given : [row([])];
  });
  const keep = (next: Row[]) => {
    setRows(next);
    field.set(
      next.filter(({ cells }) => cells.some((cell) => cell !== "")).map(({ cells }) => cells.join("\t")) as T[K],
    );
  };
  const change = (at: number, column: number, text: string) =>
    keep(
      rows.map((one, place) =>
        place === at ? { ...one, cells: one.cells.map((cell, of) => (of === column ? text : cell)) } : one,
      ),
    );
  const focus = (key: number) =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"] [data-row="${key}"] input`)?.focus(),
    );
  const add = () => {
    const fresh = row([]);
    keep([...rows, fresh]);
    focus(fresh.key);
  };
  const remove = (at: number) => {
    const left = rows.filter((_, place) => place !== at);
    keep(left.length > 0 ? left : [row([])]);
    const near = left[Math.min(at, left.length - 1)];
    if (near) focus(near.key);
  };
  // A row that says nothing is not sent, so problems are counted without it.
  const said = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
  return (
    <FieldPlace name={name} grow>
      <Input.Wrapper
        label={label}
        labelElement="div"
        description={description}
        withAsterisk={required}
        error={field.error}
      >
        <table className="fill-table" data-testid={field.testid}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.label} scope="col" className={`fill-${column.kind}`}>
                  {column.label}
                </th>
              ))}
              <th className="fill-remove">
                <span className="only-heard">{say.row_remove_short}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one, at) => {
              const wrong = within && said[within.at] === one ? within.message : undefined;
              return (
                <tr key={one.key} data-row={one.key} data-testid="fill-row">
                  {columns.map((column, place) => (
                    <td key={column.label}>
                      <Cell
                        column={column}
                        label={fill(say.cell, { column: column.label, row: at + 1 })}
                        text={one.cells[place] ?? ""}
                        asked={column.when.length === 0 || column.when.includes(one.cells[place - 1] ?? "")}
                        wrong={place === 0 ? wrong : undefined}
                        change={(text) => change(at, place, text)}
                        leave={field.leave}
                      />
                    </td>
                  ))}
                  <td>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="lg"
                      aria-label={fill(say.row_remove, { row: at + 1 })}
                      onClick={() => remove(at)}
                    >
                      <IconTrash size={18} aria-hidden />
                    </ActionIcon>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Input.Wrapper>
      <Button
        variant="default"
        size="compact-md"
        mt="xs"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
        data-testid={`${field.testid}-add`}
      >
        {say.row_add}
      </Button>
    </FieldPlace>
  );
}

interface CellProps {
  column: FormColumn;
  label: string;
  text: string;
  asked: boolean;
  wrong?: string;
  change: (text: string) => void;
  leave: () => void;
}

function Cell({ column, label, text, asked, wrong, change, leave }: CellProps) {
  const common = { "aria-label": label, error: wrong, onBlur: leave, disabled: !asked };
  switch (column.kind) {
    case "choice":
      return (
        <NativeSelect
          {...common}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          data={[
            { value: "", label: "–" },
            ...column.choices.map(({ code, label: read }) => ({ value: code, label: read })),
          ]}
        />
      );
    case "number":
      return (
        <NumberInput
          {...common}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          value={asked && text !== "" ? Number(text) : ""}
          onChange={(value) => change(value === "" ? "" : String(value))}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => change(event.currentTarget.value.replaceAll("\t", " "))}
        />
      );
  }
}
