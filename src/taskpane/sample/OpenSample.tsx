import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { describeProblem } from "../../i18n/describe";
import type { Outcome, Problem } from "../../workbook/problem";
import { saveFile, toBase64 } from "../export/save-file";
import { useWords } from "../words/WordsContext";
import { loadSample } from "./sample-file";

type Progress =
  | { readonly kind: "idle" | "opening" | "opened" }
  /** Excel opened no new workbook. */
  | { readonly kind: "saved"; readonly file: string }
  | { readonly kind: "failed"; readonly problem: Problem };

const useStyles = makeStyles({
  root: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  about: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  outcome: { overflowWrap: "anywhere" },
});

/** Opens the sample as a workbook of its own, or downloads it where Excel does not. */
export function OpenSample({ openWorkbook }: { readonly openWorkbook: (base64: string) => Promise<Outcome<null>> }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [progress, setProgress] = useState<Progress>({ kind: "idle" });
  const open = async (): Promise<void> => {
    setProgress({ kind: "opening" });
    const sample = await loadSample();
    if (!sample.ok) return setProgress({ kind: "failed", problem: sample.problem });
    const opened = await openWorkbook(toBase64(sample.value.bytes));
    if (opened.ok) return setProgress({ kind: "opened" });
    const saved = saveFile(sample.value);
    setProgress(saved.ok ? { kind: "saved", file: sample.value.name } : { kind: "failed", problem: saved.problem });
  };
  return (
    <div className={styles.root}>
      <Button appearance="primary" disabledFocusable={progress.kind === "opening"} onClick={() => void open()}>{words(progress.kind === "opening" ? "sample.opening" : "sample.open")}</Button>
      <p className={styles.about}>{words("sample.about")}</p>
      <div role="status" className={styles.outcome}><OutcomeWords progress={progress} /></div>
    </div>
  );
}

function OutcomeWords({ progress }: { readonly progress: Progress }): ReactNode {
  const words = useWords();
  switch (progress.kind) {
    case "opened":
      return words("sample.opened");
    case "saved":
      return words("sample.saved", { file: progress.file });
    case "failed": {
      const { what, remedy } = describeProblem(words, progress.problem);
      return <><strong>{what}</strong> {remedy}</>;
    }
    default:
      return null;
  }
}
