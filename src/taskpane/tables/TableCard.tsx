import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular, EditRegular } from "@fluentui/react-icons";
import { useId, useState, type ReactNode } from "react";
import { placeOf, type BudgetTable, type TableColumn } from "../../domain/table";
import { describePlace, describeReason } from "../../i18n/describe";
import { columnName, type Place } from "../../workbook/address";
import { useWords } from "../words/WordsContext";
import { columnPlace, formatRows, headerText, lineCount, unitWord } from "./tableWords";

interface Props {
  readonly table: BudgetTable;
  /** Said beside the table's size: its rate, or why it has none. */
  readonly facts: readonly string[];
  /** What the table needs from the user, if anything. */
  readonly children?: ReactNode;
  readonly onSelect: (place: Place) => void;
  readonly onEdit: () => void;
}

const useStyles = makeStyles({
  card: {
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  head: { display: "flex", alignItems: "flex-start", columnGap: tokens.spacingHorizontalS },
  place: { flexGrow: 1, minWidth: 0, margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  facts: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
  title: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  doubt: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  columns: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS, margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  definition: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
  role: { fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** One table that was found: where, how large, in what unit, and what each of its columns was taken for. */
export function TableCard({ table, facts, children, onSelect, onEdit }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const titleId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const place = placeOf(table, table.range);
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h3 id={titleId} className={styles.place}><Link as="button" inline onClick={() => onSelect(place)}>{describePlace(place)}</Link></h3>
        <Button size="small" appearance="subtle" icon={<EditRegular />} onClick={onEdit} aria-label={words("pane.table.edit.of", { place: describePlace(place) })}>
          {words("pane.table.edit")}
        </Button>
      </div>
      {table.title !== null && <div className={styles.title} title={table.title.text}>{table.title.text}</div>}
      <div className={styles.facts}>{[words("pane.table.rows", { count: lineCount(table) }), unitWord(words, table.unit), ...facts].join(" · ")}</div>
      {table.ignoredRows !== undefined && <div className={styles.facts}>{words("pane.table.ignored-rows", { rows: formatRows(table.ignoredRows) })}</div>}
      {table.doubts.map((doubt, i) => <div key={i} className={styles.doubt}>{describeReason(words, doubt)}</div>)}
      {children}
      <div>
        <Button size="small" appearance="transparent" icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {words("pane.table.columns")}
        </Button>
      </div>
      {isOpen && (
        <dl className={styles.columns}>
          <dt>{words("pane.table.unit")}</dt>
          <dd className={styles.definition}><Decision decided={unitWord(words, table.unit)} reason={describeReason(words, table.unitReason)} /></dd>
          {table.columns.map((column) => <ColumnLine key={column.column} table={table} column={column} onSelect={onSelect} />)}
        </dl>
      )}
    </section>
  );
}

function ColumnLine({ table, column, onSelect }: { readonly table: BudgetTable; readonly column: TableColumn; readonly onSelect: (place: Place) => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const role = column.role === null ? words("pane.table.no-role") : words(`role.${column.role}`);
  const decided = column.confidence === "likely" ? words("pane.table.likely", { role }) : role;
  return (
    <>
      <dt><Link as="button" inline aria-label={words("pane.table.column", { column: columnName(column.column) })} onClick={() => onSelect(columnPlace(table, column))}>{columnName(column.column)}</Link></dt>
      <dd className={styles.definition}>
        <Decision decided={decided} reason={[headerText(column), describeReason(words, column.reason)].filter((part) => part !== "").join(" · ")} />
      </dd>
    </>
  );
}

function Decision({ decided, reason }: { readonly decided: string; readonly reason: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <span className={styles.role}>{decided}</span>
      {reason !== "" && <div className={styles.muted}>{reason}</div>}
    </>
  );
}
