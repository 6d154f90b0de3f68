import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { describeProblem } from "../../i18n/describe";
import type { Problem } from "../../workbook/problem";
import { useWords } from "../words/WordsContext";
import type { MadeFile } from "./make-files";

/** Where a file went, or why there is none. */
export type Delivered =
  | { readonly kind: "opened"; readonly file: MadeFile }
  /** `refused`: Excel did not open it as a workbook. */
  | { readonly kind: "saved"; readonly file: MadeFile; readonly refused: Problem | null }
  | { readonly kind: "verified"; readonly file: string; readonly facts: string }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

const useStyles = makeStyles({ message: { whiteSpace: "normal", overflowWrap: "anywhere" } });

interface Props {
  readonly delivered: Delivered | null;
  readonly onSave: (file: MadeFile) => void;
}

/** Brought into view when it is told: the button that was pressed may stand at the pane's edge. */
export function ExportResult({ delivered, onSave }: Props): ReactNode {
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (delivered === null) return undefined;
    const frame = requestAnimationFrame(() => answer.current?.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, [delivered]);
  return <div ref={answer}><Answer delivered={delivered} onSave={onSave} /></div>;
}

function Answer({ delivered, onSave }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  if (delivered === null) return <div role="status" />;
  if (delivered.kind === "failed") {
    return (
      <>
        {delivered.problems.map((problem, i) => {
          const { what, remedy } = describeProblem(words, problem);
          const file = problem.values?.["file"];
          return (
            <MessageBar key={i} intent="error" layout="multiline" politeness="assertive">
              <MessageBarBody className={styles.message}><MessageBarTitle>{file === undefined ? what : `${file}: ${what}`}</MessageBarTitle>{remedy}</MessageBarBody>
            </MessageBar>
          );
        })}
      </>
    );
  }
  if (delivered.kind === "verified") return <Message text={words("export-view.verified", { file: delivered.file, facts: delivered.facts })} />;
  const { file } = delivered;
  const why = delivered.kind === "saved" && delivered.refused !== null ? describeProblem(words, delivered.refused).what : "";
  return (
    <Message text={words(delivered.kind === "opened" ? "export-view.opened" : why === "" ? "export-view.saved" : "export-view.saved-instead", { file: file.name, why })}>
      {" "}
      <Link as="button" inline onClick={() => onSave(file)}>{words(delivered.kind === "opened" ? "export-view.save" : "export-view.save-again")}</Link>
    </Message>
  );
}

function Message({ text, children }: { readonly text: string; readonly children?: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody className={styles.message}>{text}{children}</MessageBarBody>
    </MessageBar>
  );
}
