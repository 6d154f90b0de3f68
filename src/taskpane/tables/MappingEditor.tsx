import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { UNITS, type Unit } from "../../domain/amounts/unit";
import type { TableOverride } from "../../domain/recognise/override";
import { ROLES, type BudgetTable, type Role, type TableColumn } from "../../domain/table";
import { describeReason } from "../../i18n/describe";
import type { MessageKey } from "../../i18n/translate";
import { columnName, type Place } from "../../workbook/address";
import { useWords } from "../words/WordsContext";
import { draftOf, overrideOf, type Draft, type RowField } from "./draft";
import { columnPlace, headerText, unitWord } from "./tableWords";

interface Props {
  readonly table: BudgetTable;
  /** What was decided about this table before; null where everything is as recognised. */
  readonly override: TableOverride | null;
  /** The sheet's last row that holds anything. */
  readonly bottom: number;
  readonly onSelect: (place: Place) => void;
  /** null: take it all back and let recognition decide. */
  readonly onSave: (override: TableOverride | null) => void;
  readonly onCancel: () => void;
}

const UNIT_NAMES = Object.keys(UNITS) as Unit[];

const useStyles = makeStyles({
  form: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0, padding: tokens.spacingHorizontalM, border: `1px solid ${tokens.colorBrandStroke1}`, borderRadius: tokens.borderRadiusMedium },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  rows: { display: "grid", gridTemplateColumns: "1fr 1fr", alignItems: "end", gap: tokens.spacingHorizontalM },
  field: { minWidth: 0 },
  input: { minWidth: 0, width: "100%" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** What the table's parts are, to be corrected by a person: a role for every column, the unit, and where it begins and ends. */
export function MappingEditor({ table, override, bottom, onSelect, onSave, onCancel }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [draft, setDraft] = useState<Draft>(() => draftOf(table));
  const result = overrideOf(table, override, draft, bottom);
  const isWrong = (row: RowField): boolean => !result.ok && result.wrong.has(row);
  const setRow = (row: RowField) => (text: string) => setDraft({ ...draft, [row]: text });
  return (
    <form
      className={styles.form}
      aria-label={words("pane.mapping.title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (result.ok) onSave(result.override);
      }}
    >
      <h3 className={styles.title}>{words("pane.mapping.title")}</h3>
      {table.columns.map((column) => (
        <RoleField
          key={column.column}
          column={column}
          role={draft.columns[column.column] ?? null}
          isWrong={!result.ok && result.wrong.has(column.column)}
          onFocus={() => onSelect(columnPlace(table, column))}
          onChange={(role) => setDraft({ ...draft, columns: { ...draft.columns, [column.column]: role } })}
        />
      ))}
      <Field className={styles.field} label={words("pane.table.unit")} hint={describeReason(words, table.unitReason)}>
        <Select className={styles.input} value={draft.unit ?? ""} onChange={(_, { value }) => setDraft({ ...draft, unit: UNIT_NAMES.find((unit) => unit === value) ?? null })}>
          <option value="">{words("unit.unknown")}</option>
          {UNIT_NAMES.map((unit) => <option key={unit} value={unit}>{unitWord(words, unit)}</option>)}
        </Select>
      </Field>
      <div className={styles.rows}>
        <RowField label={words("pane.mapping.header-top")} value={draft.headerTop} isWrong={isWrong("headerTop")} onChange={setRow("headerTop")} />
        <RowField label={words("pane.mapping.header-bottom")} value={draft.headerBottom} isWrong={isWrong("headerBottom")} onChange={setRow("headerBottom")} />
        <RowField label={words("pane.mapping.last-row")} value={draft.lastRow} isWrong={isWrong("lastRow")} onChange={setRow("lastRow")} />
        <RowField label={words("pane.mapping.total-row")} value={draft.totalRow} isWrong={isWrong("totalRow")} wrong="pane.mapping.total-row-wrong" onChange={setRow("totalRow")} />
      </div>
      <RowField label={words("pane.mapping.subtotal-rows")} hint={words("pane.mapping.subtotal-rows.hint")} value={draft.subtotalRows} isWrong={isWrong("subtotalRows")} wrong="pane.mapping.subtotal-rows-wrong" onChange={setRow("subtotalRows")} />
      <RowField label={words("pane.mapping.ignored-rows")} hint={words("pane.mapping.ignored-rows.hint")} value={draft.ignoredRows} isWrong={isWrong("ignoredRows")} wrong="pane.mapping.ignored-rows-wrong" onChange={setRow("ignoredRows")} />
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabled={!result.ok}>{words("pane.mapping.save")}</Button>
        <Button onClick={onCancel}>{words("pane.cancel")}</Button>
        {override !== null && <Button onClick={() => onSave(null)}>{words("pane.mapping.reset")}</Button>}
        <Button appearance="subtle" onClick={() => onSave({ tableId: table.id, ignored: true })}>{words("pane.mapping.ignore")}</Button>
      </div>
    </form>
  );
}

interface RoleFieldProps {
  readonly column: TableColumn;
  readonly role: Role | null;
  /** Another column was given the same role, which only one can have. */
  readonly isWrong: boolean;
  readonly onFocus: () => void;
  readonly onChange: (role: Role | null) => void;
}

function RoleField({ column, role, isWrong, onFocus, onChange }: RoleFieldProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const label = words("pane.mapping.column", { column: columnName(column.column), header: headerText(column) });
  return (
    <Field className={styles.field} label={label} hint={describeReason(words, column.reason)} {...(isWrong ? { validationMessage: words("pane.mapping.role-twice") } : {})}>
      <Select className={styles.input} value={role ?? ""} onFocus={onFocus} onChange={(_, { value }) => onChange(ROLES.find((known) => known === value) ?? null)}>
        <option value="">{words("pane.table.no-role")}</option>
        {ROLES.map((known) => <option key={known} value={known}>{words(`role.${known}`)}</option>)}
      </Select>
    </Field>
  );
}

interface RowFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly isWrong: boolean;
  /** What is said where it is. */
  readonly wrong?: MessageKey;
  readonly onChange: (text: string) => void;
}

function RowField({ label, hint, value, isWrong, wrong = "pane.mapping.row-wrong", onChange }: RowFieldProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <Field className={styles.field} label={label} {...(hint === undefined ? {} : { hint })} {...(isWrong ? { validationMessage: words(wrong) } : {})}>
      <Input className={styles.input} {...(hint === undefined ? { inputMode: "numeric" } : {})} value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
