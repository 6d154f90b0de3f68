import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { Fragment, useMemo, type ReactNode } from "react";
import { Decimal } from "../../domain/amounts/decimal";
import { formatPercent } from "../../domain/amounts/format";
import { describePlace } from "../../i18n/describe";
import type { Translator } from "../../i18n/translate";
import { rateColumns, writtenColumns, type PlannedColumn, type WritePlan } from "../../pipeline/plan";
import { contains, formatRange, type Place } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import { changedRanges, previewEdits, type CellChange } from "../../workbook/preview";
import type { Snapshot } from "../../workbook/snapshot";
import { RowList } from "../shell/RowList";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly plan: WritePlan;
  readonly sheets: Snapshot["sheets"];
  readonly onSelect: (place: Place) => void;
  readonly onBack: () => void;
  /** What else is to be known before writing. */
  readonly children?: ReactNode;
}

/** More than anybody reads; the count says how many there are. */
const LISTED = 1000;
const LISTED_KEPT = 10;
const ROW_HEIGHT = 28;
/** For two lines, where a text is too long for one in a narrow pane. */
const TALL_ROW_HEIGHT = 44;
const LONGEST_LINE = 26;
/** More places of one column are no help; then the whole column is named. */
const MOST_RANGES = 3;

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  part: { display: "grid", rowGap: tokens.spacingVerticalXS, paddingInline: tokens.spacingHorizontalM, minWidth: 0, overflowWrap: "anywhere" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  // The new content has all the room that address and old content leave.
  change: { display: "grid", gridTemplateColumns: "fit-content(40%) fit-content(35%) auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalXS, alignItems: "center", height: "100%", fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
  cell: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  content: { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: 2, minWidth: 0, overflow: "hidden", overflowWrap: "anywhere", lineHeight: tokens.lineHeightBase200 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Which cells would be written, from what to what, before anything is. */
export function PreviewView({ plan, sheets, onSelect, onBack, children }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const isOneSheet = plan.tables.every(({ rate }) => rate.place.sheetId === plan.tables[0]?.rate.place.sheetId);
  const { changes, total } = useMemo(() => previewEdits(fromLeft(plan.edits), sheets, LISTED), [plan, sheets]);
  const isTall = useMemo(() => changes.some((change) => [change.before, change.after].some((content) => widthOf(contentWords(words, content, isRate(plan, change))) > LONGEST_LINE)), [changes, plan, words]);
  return (
    <div className={styles.root}>
      <div className={styles.part}>
        <div><Button size="small" appearance="transparent" icon={<ArrowLeftRegular />} onClick={onBack}>{words("pane.preview.back")}</Button></div>
        <h2 className={styles.title}>{words("pane.preview.title", { count: total })}</h2>
        {plan.tables.filter((table) => writtenColumns(table).length > 0).map((table) => (
          <ul key={table.execution.table.id} className={styles.list}>
            {[...writtenColumns(table)].sort((a, b) => a.place.range.left - b.place.range.left).map((column) => <PlannedColumnLine key={column.place.range.left} column={column} edits={plan.edits} onSelect={onSelect} />)}
          </ul>
        ))}
        <KeptCells plan={plan} onSelect={onSelect} />
        <span className={styles.muted}>{words("pane.preview.untouched")}</span>
        {total > changes.length && <span className={styles.muted}>{words("pane.preview.cut", { listed: changes.length })}</span>}
      </div>
      {children}
      {changes.length > 0 && (
        <RowList items={changes} keyOf={keyOfChange} rowHeight={isTall ? TALL_ROW_HEIGHT : ROW_HEIGHT} label={words("pane.preview.cells")} onChoose={({ place }) => onSelect(place)}>
          {(change) => <Change change={change} cell={isOneSheet ? formatRange(change.place.range) : describePlace(change.place)} isRate={isRate(plan, change)} />}
        </RowList>
      )}
    </div>
  );
}

function PlannedColumnLine({ column, edits, onSelect }: { readonly column: PlannedColumn; readonly edits: WritePlan["edits"]; readonly onSelect: (place: Place) => void }): ReactNode {
  const words = useWords();
  const { place, header, isNew, changes } = column;
  const ranges = useMemo(() => changedRanges(edits, place), [edits, place]);
  const places = ranges.length === 0 || ranges.length > MOST_RANGES ? [place] : ranges.map((range) => ({ ...place, range }));
  return (
    <li>
      {words(isNew ? "pane.preview.new-column" : "pane.preview.column", { header, count: changes })}
      {places.map((one) => (
        <Fragment key={describePlace(one)}>{" "}<Link as="button" inline onClick={() => onSelect(one)}>{describePlace(one)}</Link></Fragment>
      ))}
    </li>
  );
}

/** What stays in our columns though it is not what is computed: each place with both. */
function KeptCells({ plan: { tables, left }, onSelect }: { readonly plan: WritePlan; readonly onSelect: (place: Place) => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const kept = tables.flatMap(({ status, ...rates }) => [...rateColumns(rates).flatMap(({ kept: cells }) => cells.map((cell) => ({ ...cell, isRate: true }))), ...status.kept.map((cell) => ({ ...cell, isRate: false }))]);
  return (
    <>
      {left.map(({ place, header }) => (
        <span key={describePlace(place)}>
          {words("pane.preview.left", { header })}
          {" "}
          <Link as="button" inline onClick={() => onSelect(place)}>{describePlace(place)}</Link>
        </span>
      ))}
      {kept.length > 0 && <span>{words("pane.preview.kept", { count: kept.length })}</span>}
      {kept.length > 0 && (
        <ul className={styles.list}>
          {kept.slice(0, LISTED_KEPT).map(({ place, stands, computed, isRate }) => (
            <li key={describePlace(place)}>
              <Link as="button" inline onClick={() => onSelect(place)}>{describePlace(place)}</Link>
              {" "}
              {words("pane.preview.kept.cell", { stands: contentWords(words, stands, isRate), computed: contentWords(words, computed, isRate) })}
            </li>
          ))}
        </ul>
      )}
      {kept.length > LISTED_KEPT && <span className={styles.muted}>{words("pane.preview.kept.more", { count: kept.length - LISTED_KEPT })}</span>}
    </>
  );
}

function Change({ change, cell, isRate }: { readonly change: CellChange; readonly cell: string; readonly isRate: boolean }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [before, after] = [change.before, change.after].map((content) => contentWords(words, content, isRate));
  return (
    <div className={styles.change}>
      <span className={styles.cell} title={cell}>{cell}</span>
      <span className={styles.content} title={before}>{before}</span>
      <span aria-label={words("pane.preview.to")} role="img">→</span>
      <span className={styles.content} title={after}>{after}</span>
    </div>
  );
}

/** As people read the sheet; columns were planned in another order. */
function fromLeft(edits: WritePlan["edits"]): WritePlan["edits"] {
  const contents = edits.filter((edit) => edit.kind === "contents");
  const sheets = [...new Set(contents.map(({ sheetId }) => sheetId))];
  return contents.sort((a, b) => sheets.indexOf(a.sheetId) - sheets.indexOf(b.sheetId) || a.range.left - b.range.left || a.range.top - b.range.top);
}

/** In Latin letters; a Chinese character is as wide as two. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (char > "\u2e7f" ? 2 : 1), 0);
}

function keyOfChange({ place }: CellChange): string {
  return `${place.sheetId} ${formatRange(place.range)}`;
}

function isRate({ tables }: WritePlan, { place }: CellChange): boolean {
  return tables.some((table) => rateColumns(table).some((rate) => rate.place.sheetId === place.sheetId && contains(rate.place.range, place.range.top, place.range.left)));
}

/** A rate as the sheet will show it, anything else as it stands in the cell. */
function contentWords(words: Translator, content: Content, isRate: boolean): string {
  switch (content.kind) {
    case "blank":
      return words("pane.preview.blank");
    case "number":
      return isRate ? formatPercent(new Decimal(content.value).times(100)) : String(content.value);
    case "boolean":
      return content.value ? "TRUE" : "FALSE";
    case "text":
    case "error":
    case "formula":
      return content.value;
  }
}
