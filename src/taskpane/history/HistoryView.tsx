import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { PastRun, Session } from "../state/session";
import { useWords } from "../words/WordsContext";

interface Props extends Pick<Session, "runs" | "isCut"> {
  readonly isBusy: boolean;
  /** Takes back so many runs, the latest first. */
  readonly onUndo: (count: number) => void;
  readonly onBack: () => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, paddingInline: tokens.spacingHorizontalM, minWidth: 0, overflowWrap: "anywhere" },
  top: { display: "grid", rowGap: tokens.spacingVerticalXS, justifyItems: "start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: "grid", margin: 0, padding: 0, listStyleType: "none" },
  run: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, alignItems: "center", paddingBlock: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  facts: { display: "grid", fontVariantNumeric: "tabular-nums" },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What was written when, and how to take it back; a run goes only together with those after it, which wrote upon it. */
export function HistoryView({ runs, isCut, isBusy, onUndo, onBack }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.root}>
      <div className={styles.top}>
        <Button size="small" appearance="transparent" icon={<ArrowLeftRegular />} onClick={onBack}>{words("history.back")}</Button>
        <h2 className={styles.title}>{words("history.title")}</h2>
        <p className={styles.muted}>{words(runs.length === 0 ? "history.nothing" : "history.about")}</p>
      </div>
      {runs.length > 0 && (
        <ul className={styles.list} aria-label={words("history.runs")}>
          {[...runs].reverse().map((run, i) => <RunLine key={run.at} run={run} count={i + 1} isBusy={isBusy} onUndo={onUndo} />)}
        </ul>
      )}
      {isCut && <p className={styles.muted}>{words("history.cut")}</p>}
    </div>
  );
}

/** `count`: how many runs go if this one does. */
function RunLine({ run, count, isBusy, onUndo }: { readonly run: PastRun; readonly count: number } & Pick<Props, "isBusy" | "onUndo">): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const act = words("history.act", { act: run.act });
  const time = new Intl.DateTimeFormat(words.locale, { dateStyle: "short", timeStyle: "medium" }).format(new Date(run.at));
  const label = count === 1 ? words("history.undo") : words("history.undo.through", { count });
  return (
    <li className={styles.run}>
      <span className={styles.facts}>
        <span>{act}</span>
        <span className={styles.small}>{[time, words("history.cells", { count: run.cells })].join(" · ")}</span>
        {!run.isKept && <span className={styles.small}>{words("history.unkept")}</span>}
      </span>
      <Button size="small" disabled={isBusy} aria-label={`${label} ${act} ${time}`} onClick={() => onUndo(count)}>{label}</Button>
    </li>
  );
}
