import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState, type ReactNode } from "react";
import type { Severity, TextPlace } from "../../domain/finding";
import type { CheckedText } from "../../pipeline/check-text";
import type { ReportText, ReviewedFinding } from "../../pipeline/review";
import type { Place } from "../../workbook/address";
import { MeasuredGrid, type CurrentRow } from "../shell/MeasuredGrid";
import { useWords } from "../words/WordsContext";
import { Comparison, ComparisonPlaces } from "./Comparison";
import { comparedRows, isOf, type ComparedRow } from "./rows";
import { Section } from "./Section";
import { useShown } from "./useShown";

interface Props {
  readonly checked: CheckedText;
  /** All findings, of which some are of the text. */
  readonly findings: readonly ReviewedFinding[];
  /** Checks that are switched off. */
  readonly off: readonly string[];
  readonly text: ReportText;
  readonly focus: TextPlace | null;
  readonly onSelect: (place: Place) => void;
}

/** Pixels, of a finding in a sentence of common length, and of a comparison that agrees. */
const FINDING = 150;
const AGREEING = 84;

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

const useStyles = makeStyles({
  counts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  note: { margin: 0, paddingInline: tokens.spacingHorizontalM },
});

/** What was compared, in the text's order: what does not agree, and if wanted what does. */
export function Comparisons({ checked, findings, off, text, focus, onSelect }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  const [withAgreeing, setWithAgreeing] = useState(false);
  const rows = useMemo(() => comparedRows(checked, findings, off, text), [checked, findings, off, text]);
  const differing = useMemo(() => rows.filter(({ comparison }) => comparison.finding !== null), [rows]);
  const listed = withAgreeing ? rows : differing;
  const [asked, setAsked] = useState<TextPlace | null>(null);
  const [current, setCurrent] = useState<CurrentRow | null>(null);
  if (focus !== asked) {
    setAsked(focus);
    const row = focus === null ? undefined : rows.find((one) => isOf(one, focus));
    if (row !== undefined) setCurrent({ key: row.key, focus: true });
  }
  useShown(root, asked);

  const agreeing = rows.length - differing.length;
  const counts = SEVERITIES.map((severity) => ({ severity, count: differing.filter(({ comparison }) => comparison.finding?.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => words("text.count", { what: words(`severity.${severity}`), count }));
  return (
    <Section title={words("text.results")} aside={<span className={styles.counts}>{[...counts, words("text.count", { what: words("text.agrees"), count: agreeing })].join(" · ")}</span>} isOpen>
      {() => (
        <div ref={root}>
          {agreeing > 0 && <Checkbox size="medium" checked={withAgreeing} label={words("text.agreeing", { count: agreeing })} onChange={(_, { checked: isOn }) => setWithAgreeing(isOn === true)} />}
          {differing.length === 0 && <p className={styles.note}>{rows.length === 0 ? words("text.nothing", { claims: checked.narrative.claims.length }) : words("text.none")}</p>}
          {listed.length > 0 && (
            <MeasuredGrid
              items={listed}
              keyOf={({ key }) => key}
              isHeading={() => false}
              estimate={({ comparison }) => (comparison.finding === null ? AGREEING : FINDING)}
              label={words("text.results.list")}
              current={current}
              onCurrent={setCurrent}
              onChoose={(row) => {
                const place = evidenceOf(row);
                if (place !== null) onSelect(place);
              }}
              more={(row, isCurrent) => <ComparisonPlaces row={row} isCurrent={isCurrent} onSelect={onSelect} />}
            >
              {(row) => <Comparison row={row} />}
            </MeasuredGrid>
          )}
        </div>
      )}
    </Section>
  );
}

/** The cell compared with; else the cell that the sentence stands in. */
function evidenceOf({ comparison, cell }: ComparedRow): Place | null {
  return comparison.place ?? cell;
}
