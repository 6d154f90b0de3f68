import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { findingWords } from "../../i18n/describe";
import type { ReviewedFinding } from "../../pipeline/review";
import { useWords } from "../words/WordsContext";
import { SeverityIcon } from "./SeverityIcon";
import { reasonText, ruleName } from "./words";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXXS, paddingBlockStart: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  title: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  quote: { paddingLeft: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
});

/** What was found, by how much, and what to do about it; what people said about it. */
export function FindingText({ reviewed: { finding, dismissal, earlier, reason } }: { readonly reviewed: ReviewedFinding }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { what, remedy } = findingWords(words, finding);
  const title = [words(`severity.${finding.severity}`), ruleName(words, finding.rule)].filter((part) => part !== "").join(" · ");
  return (
    <div className={styles.root}>
      <div className={styles.title}>
        <SeverityIcon severity={finding.severity} />
        {title}
      </div>
      <p className={styles.text}>{what}</p>
      {finding.text !== undefined && <p className={mergeClasses(styles.text, styles.quote)}>{finding.text.quote}</p>}
      <p className={mergeClasses(styles.text, styles.muted)}>{remedy}</p>
      {reason !== null && <p className={styles.text}>{words("findings.reason.said", { reason: reasonText(words, reason) })}</p>}
      {dismissal !== null && <p className={styles.text}>{words("findings.dismissed.note", { on: dismissal.on, note: dismissal.note })}</p>}
      {earlier !== null && <p className={styles.text}>{words("findings.dismissed.earlier", { on: earlier.on, note: earlier.note })}</p>}
    </div>
  );
}
