import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { CheckmarkRegular, ChevronDownRegular, ChevronRightRegular, DismissCircleRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import { useId, useMemo, useState, type ReactNode } from "react";
import type { Reconciliation, Side } from "../../domain/checks/reconciliation";
import type { Shown } from "../../domain/finding";
import { describePlace } from "../../i18n/describe";
import { reconciliationWords } from "../../i18n/describe-checks";
import { describeFigure } from "../../i18n/figures";
import type { Place } from "../../workbook/address";
import { MeasuredGrid, type CurrentRow } from "../shell/MeasuredGrid";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly reconciliations: readonly Reconciliation[];
  readonly onSelect: (place: Place) => void;
}

type Outcome = Reconciliation["outcome"];

/** In the order of the list, and of the counts. */
const OUTCOMES = ["failed", "info", "passed"] as const satisfies readonly Outcome[];

const ICONS: Readonly<Record<Outcome, FluentIcon>> = { failed: DismissCircleRegular, info: QuestionCircleRegular, passed: CheckmarkRegular };

/** Pixels, of one with short names. */
const ROW = 98;

const useStyles = makeStyles({
  root: { minWidth: 0 },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, paddingInline: tokens.spacingHorizontalM },
  fold: { paddingInline: `0 ${tokens.spacingHorizontalXS}`, minWidth: 0 },
  title: { margin: 0 },
  counts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  row: { display: "grid", rowGap: tokens.spacingVerticalXXS, paddingBlockStart: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  kind: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  passed: { color: tokens.colorStatusSuccessForeground1 },
  side: { display: "flex", columnGap: tokens.spacingHorizontalS },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  figure: { flexShrink: 0, textAlign: "right" },
  links: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, paddingBlockEnd: tokens.spacingVerticalXS },
  link: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, textAlign: "start", overflowWrap: "anywhere" },
});

/** 勾稽核对: every comparison of figures that was made, folded away; those that differ first. */
export function Reconciliations({ reconciliations, onSelect }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [current, setCurrent] = useState<CurrentRow | null>(null);
  const rows = useMemo(() => OUTCOMES.flatMap((outcome) => reconciliations.map((reconciliation, at) => ({ key: String(at), reconciliation })).filter((row) => row.reconciliation.outcome === outcome)), [reconciliations]);
  if (reconciliations.length === 0) return null;
  const counts = OUTCOMES.map((outcome) => ({ outcome, count: comparisonsIn(reconciliations, outcome) })).filter(({ count }) => count > 0);
  return (
    <section className={styles.root} aria-label={words("findings.reconciliations")}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Button className={styles.fold} size="small" appearance="transparent" icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
            {words("findings.reconciliations")}
          </Button>
        </h2>
        <span className={styles.counts}>
          {counts.map(({ outcome, count }) => words("findings.reconciliations.count", { outcome: words(`outcome.${outcome}`), count })).join(" · ")}
        </span>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <MeasuredGrid
            items={rows}
            keyOf={({ key }) => key}
            isHeading={() => false}
            estimate={() => ROW}
            label={words("findings.reconciliations.list")}
            current={current}
            onCurrent={setCurrent}
            onChoose={({ reconciliation: { left, right } }) => {
              const place = left.places[0] ?? right.places[0];
              if (place !== undefined) onSelect(place);
            }}
            more={({ reconciliation }, isCurrent) => <Links reconciliation={reconciliation} isCurrent={isCurrent} onSelect={onSelect} />}
          >
            {({ reconciliation }) => <Comparison reconciliation={reconciliation} />}
          </MeasuredGrid>
        )}
      </div>
    </section>
  );
}

/** How many comparisons came out so; one may stand for many lines. */
export function comparisonsIn(reconciliations: readonly Reconciliation[], outcome: Outcome | null): number {
  return reconciliations.reduce((count, { lines, outcome: other }) => count + (outcome === null || other === outcome ? lines : 0), 0);
}

/** What was compared: both sides, and by how much they differ. */
function Comparison({ reconciliation }: { readonly reconciliation: Reconciliation }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { left, right, difference, unit, outcome, lines } = reconciliation;
  const { kind, outcome: result } = reconciliationWords(words, reconciliation);
  const Icon = ICONS[outcome];
  const differs = Number(difference) !== 0;
  return (
    <div className={styles.row}>
      <div className={styles.kind}>
        <Icon aria-hidden className={mergeClasses(styles.icon, styles[outcome])} />
        {`${result} · ${lines > 1 ? words("findings.reconciliations.lines", { kind, count: lines }) : kind}`}
      </div>
      <SideLine side={left} unit={unit} />
      <SideLine side={right} unit={unit} />
      {differs && <div>{words("findings.difference", { difference: describeFigure(words, { figure: difference, unit: unit === "percent" ? "points" : unit }) })}</div>}
    </div>
  );
}

function SideLine({ side: { label, figure }, unit }: { readonly side: Side; readonly unit: Shown["unit"] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.side}>
      <span className={styles.label}>{label}</span>
      <span className={styles.figure}>{describeFigure(words, { figure, unit })}</span>
    </div>
  );
}

/** The cells of both sides. */
function Links({ reconciliation: { left, right }, isCurrent, onSelect }: { readonly reconciliation: Reconciliation; readonly isCurrent: boolean; readonly onSelect: (place: Place) => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.links}>
      {[left, right].map(({ places }, side) => {
        const [place] = places;
        return place !== undefined && (
          <Link key={side} as="button" className={styles.link} tabIndex={isCurrent ? 0 : -1} onClick={() => onSelect(place)}>
            {places.length === 1 ? describePlace(place) : words("findings.places", { place: describePlace(place), count: places.length - 1 })}
          </Link>
        );
      })}
    </div>
  );
}
