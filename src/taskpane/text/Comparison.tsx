import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { MessageValue } from "../../domain/finding";
import { describePlace, findingWords } from "../../i18n/describe";
import { describeFigure } from "../../i18n/figures";
import type { Translator } from "../../i18n/translate";
import type { Place } from "../../workbook/address";
import { SeverityIcon } from "../findings/SeverityIcon";
import { useWords } from "../words/WordsContext";
import { excerptOf } from "./excerpt";
import type { ComparedRow } from "./rows";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXXS, paddingBlockStart: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  title: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorStatusSuccessForeground1 },
  text: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  sentence: { margin: 0, paddingLeft: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
  mark: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { backgroundColor: "Mark", color: "MarkText" },
  },
  places: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, paddingBlockEnd: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  link: { fontSize: "inherit", lineHeight: "inherit", textAlign: "start", overflowWrap: "anywhere" },
});

/** The sentence with the words in question, what it says and what is right. */
export function Comparison({ row: { comparison, isDismissed } }: { readonly row: ComparedRow }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { finding, kind, subject, told } = comparison;
  const { what, remedy } = finding === null ? { what: "", remedy: "" } : findingWords(words, finding);
  const name = words(`comparison.${kind}`);
  return (
    <div className={styles.root}>
      <div className={styles.title}>
        {finding === null ? <CheckmarkRegular aria-hidden className={styles.icon} /> : <SeverityIcon severity={finding.severity} />}
        {[finding === null ? words("text.agrees") : words(`severity.${finding.severity}`), name, ...(isDismissed ? [words("findings.dismissed")] : [])].join(" · ")}
      </div>
      <Sentence row={comparison.sentence} />
      {finding === null ? <p className={styles.text}>{`${subject} ${figureText(words, told)}`.trim()}</p> : <p className={styles.text}>{what}</p>}
      {remedy !== "" && <p className={mergeClasses(styles.text, styles.muted)}>{remedy}</p>}
    </div>
  );
}

function Sentence({ row: sentence }: { readonly row: ComparedRow["comparison"]["sentence"] }): ReactNode {
  const styles = useStyles();
  if (sentence === null) return null;
  return (
    <p className={styles.sentence}>
      {excerptOf(sentence).map(({ text, isMarked }, at) => (isMarked ? <mark key={at} className={styles.mark}>{text}</mark> : <span key={at}>{text}</span>))}
    </p>
  );
}

function figureText(words: Translator, told: MessageValue): string {
  return typeof told === "object" && "figure" in told ? describeFigure(words, told) : "";
}

/** The cell compared with, and the cell that the sentence stands in. */
export function ComparisonPlaces({ row: { comparison: { place, sentence }, cell }, isCurrent, onSelect }: { readonly row: ComparedRow; readonly isCurrent: boolean; readonly onSelect: (place: Place) => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const link = (to: Place, label: string): ReactNode => <Link as="button" className={styles.link} tabIndex={isCurrent ? 0 : -1} onClick={() => onSelect(to)}>{label}</Link>;
  return (
    <div className={styles.places}>
      {cell === null && sentence !== null && <span>{words("findings.text.line", { line: sentence.line + 1 })}</span>}
      {cell !== null && link(cell, words("text.in", { place: describePlace(cell) }))}
      {place !== null && link(place, describePlace(place))}
    </div>
  );
}
