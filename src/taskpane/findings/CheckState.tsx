import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, ClockRegular } from "@fluentui/react-icons";
import { useId, type ReactNode } from "react";
import type { Progress } from "../../domain/checks/run";
import { useWords } from "../words/WordsContext";
import { ruleName } from "./words";

const useStyles = makeStyles({
  root: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalS, paddingInline: tokens.spacingHorizontalM, minWidth: 0 },
  bar: { width: "100%" },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, width: "100%", minWidth: 0 },
  text: { flexGrow: 1, minWidth: 0, margin: 0, overflowWrap: "anywhere" },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
  good: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusSuccessForeground1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  button: { flexShrink: 0 },
});

/** Nothing was checked yet: what the checks are for; the step above runs them. */
export function Unchecked(): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.root}>
      <p className={styles.text}>{words("findings.unchecked")}</p>
    </div>
  );
}

/** How far the running checks are. */
export function Checking({ progress: { check, done }, onCancel }: { readonly progress: Progress; readonly onCancel: () => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const id = useId();
  const name = ruleName(words, check);
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <span id={id} className={styles.text}>{name === "" ? words("findings.checking.any") : words("findings.checking", { check: name })}</span>
        <Button size="small" className={styles.button} onClick={onCancel}>{words("pane.cancel")}</Button>
      </div>
      <ProgressBar className={styles.bar} thickness="large" value={done} aria-labelledby={id} />
    </div>
  );
}

/** The workbook is not the one that was checked any more. */
export function Outdated({ onFlag }: { readonly onFlag: () => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <ClockRegular aria-hidden className={styles.icon} />
        <span role="status" className={styles.text}>{words("findings.outdated")}</span>
        <Button size="small" className={styles.button} onClick={onFlag}>{words("findings.again")}</Button>
      </div>
    </div>
  );
}

interface NoneProps {
  /** Whether some were found, and all of them dismissed. */
  readonly isAllDismissed: boolean;
  readonly tables: number;
  readonly checks: number;
  /** Figures compared in the tables, and in the text; null without a text. */
  readonly comparisons: number;
  readonly textComparisons: number | null;
}

/** Nothing is wrong, as far as was looked. */
export function NothingFound({ isAllDismissed, tables, checks, comparisons, textComparisons }: NoneProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <CheckmarkCircleRegular aria-hidden className={styles.good} />
        <h2 className={styles.title}>{words(isAllDismissed ? "findings.none.open" : "findings.none")}</h2>
      </div>
      <p className={styles.text}>
        {words("findings.none.scope", { tables, checks, comparisons })}
        {textComparisons !== null && ` ${words("findings.none.text", { comparisons: textComparisons })}`}
      </p>
    </div>
  );
}
