import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import type { Basis, Status, TableExecution } from "../../domain/execution/result";
import { timeProgress } from "../../domain/execution/time-progress";
import { placeOf, type BudgetTable } from "../../domain/table";
import { describePlace } from "../../i18n/describe";
import type { Place } from "../../workbook/address";
import type { Snapshot } from "../../workbook/snapshot";
import { laterView } from "../later/laterView";
import { useWords } from "../words/WordsContext";
import { BarLegend } from "./Bar";
import { Doubts } from "./Doubts";
import { Findings } from "./Findings";
import { Headline } from "./Headline";
import { LineList } from "./LineList";
import { countByStatus, scaleEnd, sortedLines } from "./lines";
import { StatusChips } from "./StatusChips";

interface Props {
  readonly execution: TableExecution;
  /** All computed tables; with more than one the user chooses whose figures are shown. */
  readonly executions: readonly TableExecution[];
  readonly tables: readonly BudgetTable[];
  readonly sheets: Snapshot["sheets"];
  /** The basis chosen above; the table may not have it. */
  readonly basis: Basis;
  readonly status: Status | null;
  readonly onTable: (tableId: string) => void;
  readonly onStatus: (status: Status | null) => void;
  readonly onSelect: (place: Place) => void;
  readonly onEdit: (tableId: string) => void;
  /** Stands between the table's figure and its lines. */
  readonly children: ReactNode;
}

const Trend = laterView(async () => (await import("./Trend")).Trend);

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  choice: { paddingInline: tokens.spacingHorizontalM, minWidth: 0 },
  select: { minWidth: 0, width: "100%" },
});

/** One table's execution: its figure, what was noticed, and its lines. */
export function ExecutionView({ execution, executions, tables, sheets, basis, status, onTable, onStatus, onSelect, onEdit, children }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { table, cutOff } = execution;
  const lines = useMemo(() => sortedLines(execution.rows), [execution]);
  const counts = useMemo(() => countByStatus(lines), [lines]);
  const end = useMemo(() => scaleEnd(lines), [lines]);
  const listed = useMemo(() => (status === null ? lines : lines.filter((line) => line.status === status)), [lines, status]);
  const progress = cutOff === null ? null : timeProgress(cutOff).toNumber();
  return (
    <div className={styles.root}>
      {executions.length > 1 && (
        <Field className={styles.choice} label={words("pane.table.shown")} size="small">
          <Select className={styles.select} size="small" value={table.id} onChange={(_, { value }) => onTable(value)}>
            {executions.map((other) => <option key={other.table.id} value={other.table.id}>{describePlace(placeOf(other.table, other.table.range))}</option>)}
          </Select>
        </Field>
      )}
      <Headline execution={execution} chosenBasis={basis} />
      {hasMonths(execution) && <Trend execution={execution} sheets={sheets} />}
      <Doubts execution={execution} tables={tables} onEdit={onEdit} />
      <Findings key={table.id} findings={execution.findings} onSelect={onSelect} />
      {children}
      <StatusChips counts={counts} chosen={status} onChoose={onStatus} />
      <BarLegend timeProgress={progress} />
      <LineList
        lines={listed}
        scaleEnd={end}
        timeProgress={progress}
        onChoose={({ row }) => onSelect(placeOf(table, { top: row, bottom: row, left: table.range.left, right: table.range.right }))}
      />
    </div>
  );
}

function hasMonths({ table }: TableExecution): boolean {
  return table.columns.some(({ role }) => role?.startsWith("month-") === true);
}
