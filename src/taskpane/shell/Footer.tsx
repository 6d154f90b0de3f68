import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import type { Progress } from "../../domain/checks/run";
import type { Translator } from "../../i18n/translate";
import { rateColumns, writtenColumns } from "../../pipeline/plan";
import type { Prepared } from "../../pipeline/prepare";
import { formatRange, type CellRange, type Place } from "../../workbook/address";
import { changedRanges, previewEdits } from "../../workbook/preview";
import { ruleName } from "../findings/words";
import { isAtWork, isStoppable, type ActOutcome, type Activity, type Session, type View, type Written } from "../state/session";
import { useWords } from "../words/WordsContext";
import { BusyLine } from "./BusyLine";
import { KeptWords } from "./KeptWords";
import { useLasting } from "./useLasting";

interface Props {
  readonly reading: Prepared | null;
  /** The workbook was changed since it was read. */
  readonly isStale: boolean;
  /** What stands there follows the amounts. */
  readonly isLive: boolean;
  readonly activity: Activity | null;
  readonly written: Written | null;
  /** Acts on this workbook take their time. */
  readonly isLong: boolean;
  /** null where no checks run, or where their progress is shown elsewhere. */
  readonly checking: Progress | null;
  readonly outcome: ActOutcome | null;
  /** null where the pane did what is told. */
  readonly ribbon: Session["ribbon"];
  /** Those that can be taken back. */
  readonly runs: Session["runs"];
  /** What earlier runs wrote can be taken back no more. */
  readonly isCut: boolean;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onReread: () => void;
  readonly onCancel: () => void;
  readonly onUndo: () => void;
  readonly onSelect: (place: Place) => void;
}

const useStyles = makeStyles({
  footer: { display: "grid", rowGap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  line: { minHeight: tokens.lineHeightBase300, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
});

/** What computing will do, what the last one did, and how far the one at work is. */
export function Footer({ reading, isStale, isLive, activity, written, isLong, checking, outcome, ribbon, runs, isCut, view, onView, onReread, onCancel, onUndo, onSelect }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const effect = useMemo(() => (reading === null ? null : effectOf(reading)), [reading]);
  const isBusy = isAtWork(activity);
  const canUndo = runs.length > 0;
  const hasHistory = runs.length > 1 || isCut || runs.some(({ isKept }) => !isKept);
  // What follows somebody's edits passes unsaid where it is short.
  const isLasting = useLasting(activity !== null || checking !== null, isLong && activity !== "reading" && activity !== "refreshing");
  return (
    <footer className={styles.footer}>
      {isStale && (
        <div className={styles.line}>
          {words("pane.stale")}
          {" "}
          <Link as="button" inline disabled={isBusy} onClick={onReread}>{words("pane.stale.read")}</Link>
        </div>
      )}
      {effect !== null && !isStale && (
        <div className={styles.line}>
          {effectWords(words, effect)}
          {effect.others > 0 && ` · ${words("pane.effect.others", { count: effect.others })}`}
          {effect.cells + effect.others > 0 && (
            <>
              {" · "}
              <Link as="button" inline onClick={() => onView(view === "preview" ? "execution" : "preview")}>{words(view === "preview" ? "pane.preview.close" : "pane.preview")}</Link>
            </>
          )}
        </div>
      )}
      {isLive && reading !== null && reading.plan.tables.length > 0 && reading.plan.tables.every(({ status }) => status.isNew) && <div className={styles.line}>{words("pane.live.waiting")}</div>}
      <div role="status" className={outcome === null && ribbon === null && !canUndo && !hasHistory ? undefined : styles.line}>
        {ribbon !== null && words(outcome === null ? "pane.ribbon.failed" : "pane.ribbon", { act: ribbon.act, time: timeOf(ribbon.at, words.locale) })}
        {outcome !== null && <OutcomeWords outcome={outcome} sheets={sheetsOf(runs.at(-1), reading)} isOfFlag={ribbon?.act === "flag"} onSelect={onSelect} />}
        {canUndo && (
          <>
            {(outcome !== null || ribbon !== null) && " · "}
            <Link as="button" inline disabled={isBusy} onClick={onUndo}>{words(outcome !== null && UNDONE_BY_NAME.has(outcome.kind) ? "pane.undo" : "pane.undo.last")}</Link>
          </>
        )}
        {hasHistory && (
          <>
            {(outcome !== null || ribbon !== null || canUndo) && " · "}
            <Link as="button" inline onClick={() => onView(view === "history" ? "execution" : "history")}>{words(view === "history" ? "history.close" : "history.open")}</Link>
          </>
        )}
      </div>
      {isLasting && activity !== null && <ActivityLine activity={activity} written={written} onCancel={onCancel} />}
      {isLasting && activity === null && checking !== null && <BusyLine label={checkingWords(words, checking)} done={checking.done} onCancel={onCancel} />}
    </footer>
  );
}

/** What nothing is told of cannot be stopped either, but as long as nothing is written. */
function ActivityLine({ activity, written, onCancel }: { readonly activity: Activity; readonly written: Written | null; readonly onCancel: () => void }): ReactNode {
  const words = useWords();
  const label = words(`pane.activity.${activity}`);
  const canStop = written !== null || isStoppable(activity);
  return (
    <BusyLine
      label={written === null || written.all === 0 ? label : words("pane.activity.written", { activity: label, ...written })}
      done={written === null || written.cells === 0 ? null : written.cells / written.all}
      onCancel={canStop ? onCancel : null}
    />
  );
}

function checkingWords(words: Translator, { check }: Progress): string {
  const name = ruleName(words, check);
  return name === "" ? words("findings.checking.any") : words("findings.checking", { check: name });
}

interface Effect {
  readonly cells: number;
  /** Cells and columns that stay as they are though something else would be written there. */
  readonly others: number;
  readonly tables: number;
  /** Those of them into which anything is to be written. */
  readonly written: number;
  /** Tables were computed, but none can be written. */
  readonly isBlocked: boolean;
  /** The cells of the one table, headers that are new included: "项目完成情况 E2:F28"; null for several tables. */
  readonly where: string | null;
  /** Whether exactly these cells are written, or some of them. */
  readonly isExact: boolean;
}

/** More places are no help; then the columns are named. */
const MOST_RANGES = 3;

function effectOf({ plan, snapshot, execution }: Prepared): Effect {
  const written = plan.tables.filter((table) => writtenColumns(table).length > 0);
  const [only] = written;
  const others = plan.left.length + plan.tables.flatMap((table) => [...rateColumns(table), table.status]).reduce((count, { kept }) => count + kept.length, 0);
  const place = only?.rate.place;
  const ranges = place === undefined || written.length > 1 ? null : changedRanges(plan.edits, { sheetId: place.sheetId, range: EVERYWHERE });
  const isExact = ranges !== null && ranges.length <= MOST_RANGES;
  const where = ranges === null || place === undefined ? null : `${place.sheetName} ${(isExact ? ranges : columnsAround(ranges)).map(formatRange).join(", ")}`;
  return { others, where, isExact, isBlocked: plan.tables.length === 0 && execution.executions.length > 0, cells: previewEdits(plan.edits, snapshot.sheets, 0).total, tables: plan.tables.length, written: written.length };
}

const EVERYWHERE: CellRange = { top: 0, bottom: Infinity, left: 0, right: Infinity };

/** Neighbouring columns from their first changed row to their last. */
function columnsAround(ranges: readonly CellRange[]): CellRange[] {
  return ranges.reduce<CellRange[]>((around, { top, bottom, left, right }) => {
    const last = around.at(-1);
    if (last === undefined || left > last.right + 1) return [...around, { top, bottom, left, right }];
    return [...around.slice(0, -1), { top: Math.min(last.top, top), bottom: Math.max(last.bottom, bottom), left: last.left, right: Math.max(last.right, right) }];
  }, []);
}

function effectWords(words: Translator, { cells, tables, written, isBlocked, where, isExact }: Effect): string {
  if (isBlocked) return words("pane.effect.blocked");
  if (tables === 0) return words("pane.effect.none");
  if (cells === 0) return words("pane.effect.unchanged");
  return where === null ? words("pane.effect.tables", { count: cells, tables: written }) : words(isExact ? "pane.effect.cells" : "pane.effect.within", { count: cells, where });
}

/** More names of sheets fill the footer. */
const MOST_NAMES = 3;

/** Where a run wrote, in the order of the tabs; what a person sees may be another sheet. */
function sheetsOf(run: Session["runs"][number] | undefined, reading: Prepared | null): readonly string[] {
  const ids = new Set(run?.undo.flatMap((edit) => (edit.kind === "contents" ? [edit.sheetId] : [])));
  return reading?.snapshot.sheets.filter(({ id }) => ids.has(id)).map(({ name }) => name) ?? [];
}

function OutcomeWords({ outcome, sheets, isOfFlag, onSelect }: { readonly outcome: ActOutcome; readonly sheets: readonly string[]; readonly isOfFlag: boolean; readonly onSelect: (place: Place) => void }): ReactNode {
  const words = useWords();
  switch (outcome.kind) {
    case "written":
      return words("pane.outcome.written", { count: outcome.cells, sheets: sheets.length, names: sheets.slice(0, MOST_NAMES).join(words("pane.outcome.and")), more: Math.max(0, sheets.length - MOST_NAMES) });
    case "sheets-written":
      return words("pane.outcome.sheets", { count: outcome.names.length, names: outcome.names.join(words("pane.outcome.and")) });
    case "summarised":
      return outcome.differences === 0
        ? words("summary-view.outcome", { count: outcome.sheets })
        : words("summary-view.outcome.differ", { count: outcome.sheets, differences: outcome.differences });
    case "coloured":
      return words("pane.outcome.coloured");
    case "cancelled":
      return words("pane.outcome.cancelled");
    case "unchanged":
      return words(isOfFlag ? "pane.outcome.unchanged-flag" : "pane.outcome.unchanged");
    case "preview-outdated":
      return words("pane.outcome.preview-outdated");
    case "restored":
      return words("pane.outcome.restored");
    case "undone": {
      if (outcome.kept.length === 0) return words("pane.outcome.undone");
      return <KeptWords kept={outcome.kept} onSelect={onSelect} />;
    }
  }
}

/** What 撤销 without further words takes back. */
const UNDONE_BY_NAME: ReadonlySet<ActOutcome["kind"]> = new Set(["written", "sheets-written", "summarised"]);

function timeOf(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" }).format(new Date(iso));
}
