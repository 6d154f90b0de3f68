import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { Basis } from "../../domain/execution/result";
import { SHEET_KEYS } from "../../domain/summary/model";
import { describePlace } from "../../i18n/describe";
import { keptWords } from "../../i18n/sheet-words";
import { summaryWords } from "../../i18n/summary-words";
import { compareFigures, figuresIn, type FigureDifference } from "../../pipeline/layout/compare";
import type { SummaryPlan } from "../../pipeline/layout/plan";
import { canSummarise, type Prepared } from "../../pipeline/prepare";
import { prepareInSteps } from "../../pipeline/summary";
import type { Translator } from "../../i18n/translate";
import type { Place } from "../../workbook/address";
import { inSlices } from "../effects/slices";
import { LackBar } from "../shell/LackBar";
import type { Lack } from "../state/missing";
import type { CheckResult } from "../state/session";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly reading: Prepared;
  /** null as long as the workbook was not checked as it is now. */
  readonly checked: CheckResult | null;
  readonly basis: Basis;
  /** What the sheets would lack; null where nothing. */
  readonly lack: Lack | null;
  readonly onMend: () => void;
  readonly onSelect: (place: Place) => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, paddingInline: tokens.spacingHorizontalM, minWidth: 0, overflowWrap: "anywhere" },
  about: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: "grid", rowGap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: "none" },
  /** The name has its room beside the longest reason. */
  sheet: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) fit-content(60%)", columnGap: tokens.spacingHorizontalS, alignItems: "baseline", paddingBlock: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  state: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums", textAlign: "end" },
});

/** More than anybody compares by hand. */
const LISTED = 20;

/** Which sheets would be made or brought up to date, and how the figures of those that were made compare. */
export function SummaryView({ reading, checked, basis, lack, onMend, onSelect }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const plan = usePlan(reading, checked, basis, words);
  if (!canSummarise(reading)) return <div className={styles.root}><p className={styles.about}>{words("summary-view.nothing")}</p></div>;
  return (
    <div className={styles.root}>
      {lack !== null && <LackBar lack={lack} onMend={onMend} />}
      <p className={styles.about}>{words(plan === null ? "summary-view.unchecked" : "summary-view.about")}</p>
      <ul className={styles.list} aria-label={words("summary-view.sheets")}>
        {plan === null
          ? SHEET_KEYS.map((key) => <li key={key} className={styles.sheet}>{words(`summary.name.${key}`)}</li>)
          : plan.layouts.map((layout) => <PlannedSheet key={layout.name} layout={layout} plan={plan} sheets={reading.snapshot.sheets} onSelect={onSelect} />)}
      </ul>
      {plan !== null && plan.renamed.length > 0 && <p className={styles.about}>{words("summary-view.renamed", { sheets: plan.renamed.join(words("summary-view.and")) })}</p>}
      {plan !== null && plan.leftBehind.length > 0 && <p className={styles.about}>{words("summary-view.left-behind", { sheets: plan.leftBehind.join(words("summary-view.and")) })}</p>}
      {plan !== null && <Compared plan={plan} sheets={reading.snapshot.sheets} onSelect={onSelect} />}
    </div>
  );
}

/** What would be written now; null until that is known, and where it cannot be. */
function usePlan(reading: Prepared, checked: Props["checked"], basis: Basis, words: Translator): SummaryPlan | null {
  const [planned, setPlanned] = useState<{ readonly of: readonly unknown[]; readonly plan: SummaryPlan } | null>(null);
  useEffect(() => {
    if (checked === null || !canSummarise(reading)) return undefined;
    let isWanted = true;
    const steps = prepareInSteps(reading.snapshot, reading.execution, basis, checked, { summary: summaryWords(words), kept: keptWords(words) });
    void inSlices(steps, { isWanted: () => isWanted }).then((outcome) => {
      if (isWanted && outcome?.ok === true) setPlanned({ of: [reading, checked, basis], plan: outcome.value });
    });
    return () => {
      isWanted = false;
    };
  }, [reading, checked, basis, words]);
  const isOfNow = planned?.of.every((part, i) => part === [reading, checked, basis][i]) === true;
  return isOfNow ? planned.plan : null;
}

/** A title, the facts below it, and in one line why there is nothing else. */
const BARE_ROWS = 3;

interface SheetProps {
  readonly layout: SummaryPlan["layouts"][number];
  readonly plan: SummaryPlan;
  readonly sheets: Prepared["snapshot"]["sheets"];
  readonly onSelect: (place: Place) => void;
}

function PlannedSheet({ layout: { name, rows, charts }, plan, sheets, onSelect }: SheetProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const here = sheets.find((sheet) => sheet.name === name) ?? null;
  const edit = plan.edits.find((one) => one.kind === "sheet" && one.layout?.name === name);
  const state = edit === undefined ? "same" : edit.kind === "sheet" && edit.expected === null ? "new" : "changed";
  const lacking = rows.length === BARE_ROWS ? rows.at(-1)?.cells[0]?.content : undefined;
  const holds = lacking?.kind === "text" ? [lacking.value] : [words("summary-view.rows", { count: rows.length }), ...(charts.length === 0 ? [] : [words("summary-view.charts", { count: charts.length })])];
  return (
    <li className={styles.sheet}>
      {here === null ? <span>{name}</span> : <Link as="button" inline onClick={() => onSelect(topOf(here))}>{name}</Link>}
      <span className={styles.state}>
        {[words(`summary-view.state.${state}`), ...holds].join(" · ")}
      </span>
    </li>
  );
}

function topOf({ id, name }: Prepared["snapshot"]["sheets"][number]): Place {
  return { sheetId: id, sheetName: name, range: { top: 0, left: 0, bottom: 0, right: 0 } };
}

/** Of the sheets that stand there as they would be made. */
function Compared({ plan: { edits, layouts }, sheets, onSelect }: Omit<SheetProps, "layout">): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { figures, differences } = useMemo(() => {
    const made = layouts.filter(({ name }) => !edits.some((edit) => edit.kind === "sheet" && edit.layout?.name === name));
    return { figures: figuresIn(made), differences: compareFigures(made, sheets) };
  }, [edits, layouts, sheets]);
  if (figures === 0) return null;
  if (differences.length === 0) return <p className={styles.about}>{words("summary-view.agree", { count: figures })}</p>;
  return (
    <div>
      <p className={styles.about}>{words("summary-view.differ", { count: differences.length })}</p>
      <ul className={styles.list}>
        {differences.slice(0, LISTED).map((one) => <DifferenceLine key={describePlace(one.place)} difference={one} onSelect={onSelect} />)}
      </ul>
      {differences.length > LISTED && <p className={styles.about}>{words("summary-view.more", { count: differences.length - LISTED })}</p>}
    </div>
  );
}

function DifferenceLine({ difference: { place, expected, found }, onSelect }: { readonly difference: FigureDifference; readonly onSelect: (place: Place) => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <li className={styles.sheet}>
      <Link as="button" inline onClick={() => onSelect(place)}>{describePlace(place)}</Link>
      <span className={styles.state}>{words("summary-view.difference", { expected, found: String(found) })}</span>
    </li>
  );
}
