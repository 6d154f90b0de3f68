import { Button, Field, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type ReactNode } from "react";
import { formatPercent } from "../../domain/amounts/format";
import { budgetMeasure, expenditureMeasure } from "../../domain/execution/basis";
import { placeOf, type BudgetTable } from "../../domain/table";
import type { TableOverride } from "../../domain/recognise/override";
import { reusedOverride } from "../../domain/recognise/reuse";
import { withNamedLines, type RowValues } from "../../domain/recognise/table/named-rows";
import { describePlace, describeProblem } from "../../i18n/describe";
import type { ComputeOptions, WorkbookExecution } from "../../pipeline/compute";
import type { Prepared } from "../../pipeline/prepare";
import { formatRange, type Place } from "../../workbook/address";
import type { Problem } from "../../workbook/problem";
import { overall } from "../execution/lines";
import { laterView } from "../later/laterView";
import type { OpenForm } from "../state/session";
import { useWords } from "../words/WordsContext";
import type { Side } from "./SelectionForm";
import { TableCard } from "./TableCard";

const SelectionForm = laterView(async () => (await import("./SelectionForm")).SelectionForm);
const MappingEditor = laterView(async () => (await import("./MappingEditor")).MappingEditor);

interface Props {
  readonly reading: Prepared;
  readonly choices: ComputeOptions;
  readonly form: OpenForm | null;
  readonly isBusy: boolean;
  readonly onForm: (form: OpenForm | null) => void;
  readonly onChoose: (change: Partial<ComputeOptions>) => void;
  readonly onPick: (side: Side) => void;
  readonly onSelect: (place: Place) => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, paddingInline: tokens.spacingHorizontalM, minWidth: 0 },
  title: { margin: 0 },
  fold: { paddingInline: 0, minWidth: 0 },
  content: { display: "grid", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200 },
  select: { minWidth: 0, width: "100%" },
  problem: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  what: { fontWeight: tokens.fontWeightSemibold },
});

/** The tables that were found, how each was understood, and every way to correct that. Folded away once something can be computed. */
export function Tables({ reading, choices, form, isBusy, onForm, onChoose, onPick, onSelect }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [isUnfolded, setIsUnfolded] = useState<boolean | null>(null);
  const contentId = useId();
  const { execution, snapshot } = reading;
  const isOpen = form !== null || (isUnfolded ?? execution.executions.length === 0);
  const computed = new Set(execution.executions.map(({ table }) => table.id));
  const tables = [...execution.tables].sort((a, b) => Number(computed.has(b.id)) - Number(computed.has(a.id)));
  // What is said of a table counts from then on, before what was selected earlier.
  const decide = (tableId: string, override: TableOverride | null): void =>
    onChoose({ ranges: null, overrides: [...choices.overrides.filter((other) => other.tableId !== tableId), ...(override === null ? [] : [override])] });
  return (
    <section className={styles.root} aria-label={words("pane.tables")}>
      <h2 className={styles.title}>
        <Button className={styles.fold} appearance="transparent" icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />} aria-expanded={isOpen} aria-controls={contentId} onClick={() => setIsUnfolded(!isOpen)}>
          {words("pane.tables.count", { count: tables.length })}
        </Button>
      </h2>
      {choices.ranges !== null && (
        <div className={styles.line}>
          <span>{words("pane.selection.in-force")}</span>
          <Button size="small" onClick={() => onChoose({ ranges: null })}>{words("pane.selection.end")}</Button>
        </div>
      )}
      <div id={contentId} hidden={!isOpen} className={isOpen ? styles.content : undefined}>
        {tables.map((table) => (form?.kind === "mapping" && form.tableId === table.id ? (
          <MappingEditor
            key={table.id}
            table={table}
            override={decidedBefore(table)}
            bottom={bottomOf(table)}
            onSelect={onSelect}
            onSave={(override) => decide(table.id, override === null ? asFound(table) : withNamedLines(override, decidedBefore(table), valuesOf(table), table.range))}
            onCancel={() => onForm(null)}
          />
        ) : (
          <TableCard key={table.id} table={table} facts={factsOf(table)} onSelect={onSelect} onEdit={() => onForm({ kind: "mapping", tableId: table.id })}>
            <InnerProblem execution={execution} table={table} onSelect={onSelect} />
            {choices.ranges === null && <BudgetSource table={table} execution={execution} choices={choices} onChoose={onChoose} />}
          </TableCard>
        )))}
        {choices.overrides.filter(({ ignored }) => ignored).map(({ tableId }) => (
          <div key={tableId} className={styles.line}>
            <span>{words("pane.tables.ignored", { table: ignoredName(tableId, snapshot.sheets) })}</span>
            <Button size="small" onClick={() => decide(tableId, null)}>{words("pane.tables.take-back")}</Button>
          </div>
        ))}
        {form?.kind === "selection"
          ? <SelectionForm picked={form} isBusy={isBusy} onPick={onPick} onSelect={onSelect} onUse={() => onChoose({ ranges: rangesOf(form) })} onCancel={() => onForm(null)} />
          : <div><Button size="small" onClick={() => onForm({ kind: "selection", budget: null, expenditure: null })}>{words("pane.selection.open")}</Button></div>}
      </div>
    </section>
  );

  function decidedBefore(table: BudgetTable): TableOverride | null {
    return choices.overrides.find(({ tableId }) => tableId === table.id) ?? reusedOverride(table, choices.overrides);
  }

  function valuesOf({ sheetId }: BudgetTable): RowValues {
    const sheet = snapshot.sheets.find(({ id }) => id === sheetId);
    return (row, column) => sheet?.values[row - sheet.top]?.[column - sheet.left] ?? "";
  }

  function bottomOf({ sheetId, range }: BudgetTable): number {
    const sheet = snapshot.sheets.find(({ id }) => id === sheetId);
    return sheet === undefined ? range.bottom : sheet.top + sheet.values.length - 1;
  }

  /** Where tables with the same headers are read otherwise, that is a decision of its own. */
  function asFound(table: BudgetTable): TableOverride | null {
    const others = choices.overrides.filter(({ tableId }) => tableId !== table.id);
    return reusedOverride(table, others) === null ? null : { tableId: table.id };
  }

  function factsOf(table: BudgetTable): string[] {
    const done = execution.executions.find((candidate) => candidate.table.id === table.id);
    if (done !== undefined) {
      const { rate } = overall(done);
      return rate.ok ? [words("pane.table.rate", { percent: formatPercent(rate.percent) })] : [words(`no-rate.${rate.why}`)];
    }
    const problem = problemOf(execution, table);
    return problem === null || innerPlace(problem, table) !== null ? [] : [describeProblem(words, problem).what];
  }
}

function problemOf({ skipped }: WorkbookExecution, { id }: BudgetTable): Problem | null {
  return skipped.find(({ table }) => table.id === id)?.problem ?? null;
}

/** The cells that must be mended; null where the problem is the table as a whole. */
function innerPlace({ place }: Problem, { range }: BudgetTable): Place | null {
  return place === undefined || formatRange(place.range) === formatRange(range) ? null : place;
}

/** What keeps cells of the table from being computed: what, where, and how to mend it. */
function InnerProblem({ execution, table, onSelect }: { readonly execution: WorkbookExecution; readonly table: BudgetTable; readonly onSelect: (place: Place) => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const problem = problemOf(execution, table);
  const place = problem === null ? null : innerPlace(problem, table);
  if (problem === null || place === null) return null;
  const { what, remedy } = describeProblem(words, problem);
  return (
    <div className={styles.problem}>
      <div className={styles.what}>{what}</div>
      <Link as="button" inline onClick={() => onSelect(place)}>{describePlace(place)}</Link> {remedy}
    </div>
  );
}

interface BudgetSourceProps {
  readonly table: BudgetTable;
  readonly execution: WorkbookExecution;
  readonly choices: ComputeOptions;
  readonly onChoose: (change: Partial<ComputeOptions>) => void;
}

/** For a table with expenditure alone: the table its budget comes from. */
function BudgetSource({ table, execution, choices, onChoose }: BudgetSourceProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const hasBudget = (candidate: BudgetTable): boolean => budgetMeasure(candidate, choices.basis) !== null;
  if (hasBudget(table) || expenditureMeasure(table) === null) return null;
  const candidates = execution.tables.filter((other) => other.id !== table.id && hasBudget(other));
  if (candidates.length === 0) return null;
  const current = execution.executions.find((candidate) => candidate.table.id === table.id)?.budgetFrom.tableId ?? "";
  const choose = (budget: string): void =>
    onChoose({ pairs: [...choices.pairs.filter(({ expenditure }) => expenditure !== table.id), { expenditure: table.id, budget: budget === "" ? null : budget }] });
  return (
    <Field label={words("pane.table.budget-from")} size="small">
      <Select className={styles.select} size="small" value={current} onChange={(_, { value }) => choose(value)}>
        <option value="">{words("pane.table.budget-from.none")}</option>
        {candidates.map((other) => <option key={other.id} value={other.id}>{describePlace(placeOf(other, other.range))}</option>)}
      </Select>
    </Field>
  );
}

function rangesOf({ budget, expenditure }: Extract<OpenForm, { kind: "selection" }>): ComputeOptions["ranges"] {
  return budget === null || expenditure === null ? null : { budget, expenditure };
}

/** A table's id is its sheet's id and its first cell; see BudgetTable. */
function ignoredName(tableId: string, sheets: Prepared["snapshot"]["sheets"]): string {
  const at = tableId.lastIndexOf("!");
  const sheet = sheets.find(({ id }) => id === tableId.slice(0, at));
  return `${sheet?.name ?? ""} ${tableId.slice(at + 1)}`.trim();
}
