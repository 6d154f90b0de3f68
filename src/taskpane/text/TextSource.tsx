import { Button, Field, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Textarea, tokens } from "@fluentui/react-components";
import { DocumentTextRegular } from "@fluentui/react-icons";
import { useRef, useState, type ReactNode } from "react";
import { describeProblem } from "../../i18n/describe";
import type { CheckedText } from "../../pipeline/check-text";
import type { ReportText } from "../../pipeline/review";
import { acceptText, readReportFile } from "../../pipeline/text-source/file";
import { done, failed, type Outcome, type Problem } from "../../workbook/problem";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly text: ReportText | null;
  /** null where it was not checked. */
  readonly checked: CheckedText | null;
  readonly isChecking: boolean;
  readonly onText: (text: ReportText | null) => void;
  readonly onPickCells: () => void;
  readonly onCheck: () => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, paddingInline: tokens.spacingHorizontalM, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  intro: { margin: 0 },
  source: { display: "flex", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
  name: { display: "grid", minWidth: 0, overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  size: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  field: { minWidth: 0 },
  textarea: { width: "100%" },
  message: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

/** The text there is, or ways to get one. */
export function TextSource(props: Props): ReactNode {
  const { text, onText } = props;
  const [isChanging, setIsChanging] = useState(false);
  if (text !== null && !isChanging) return <Source {...props} text={text} onChange={() => setIsChanging(true)} onRemove={() => onText(null)} />;
  return <Sources {...props} onLeave={text === null ? null : () => setIsChanging(false)} />;
}

function Source({ text, checked, isChecking, onCheck, onChange, onRemove }: Props & { readonly text: ReportText; readonly onChange: () => void; readonly onRemove: () => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const name = text.source !== "" ? text.source : words(text.cells === null ? "text.source.pasted" : "text.source.cells");
  const size = checked === null
    ? words("text.characters", { characters: text.text.length })
    : words("text.size", { sentences: checked.narrative.document.sentences.length, claims: checked.narrative.claims.length });
  const isUnchecked = checked === null && !isChecking;
  return (
    <div className={styles.root}>
      <div className={styles.source}>
        <DocumentTextRegular aria-hidden className={styles.icon} />
        <div className={styles.name}>
          {name}
          <span className={styles.size}>{size}</span>
        </div>
      </div>
      <div className={styles.actions}>
        {isUnchecked && <Button appearance="primary" onClick={onCheck}>{words("text.check")}</Button>}
        <Button size="small" onClick={onChange}>{words("text.change")}</Button>
        <Button size="small" onClick={onRemove}>{words("text.remove")}</Button>
      </div>
    </div>
  );
}

/** Pasting, a file, or cells. `onLeave` goes back to the text there is. */
function Sources({ text, onText, onPickCells, onLeave }: Props & { readonly onLeave: (() => void) | null }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  // What was pasted can be corrected; text of files and cells is corrected where it stands.
  const [typed, setTyped] = useState(text !== null && text.source === "" && text.cells === null ? text.text : "");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isReading, setIsReading] = useState(false);

  const take = (outcome: Outcome<string>, source: string): void => {
    setProblem(outcome.ok ? null : outcome.problem);
    if (!outcome.ok) return;
    onText({ text: outcome.value, source, cells: null });
    onLeave?.();
  };
  const open = async (file: File): Promise<void> => {
    setIsReading(true);
    setProblem(null);
    const bytes = await bytesOf(file);
    const read = bytes.ok ? await readReportFile(bytes.value, file.name) : bytes;
    setIsReading(false);
    take(read, file.name);
  };
  return (
    <div className={styles.root}>
      <p className={styles.intro}>{words("text.intro")}</p>
      <Field label={words("text.field")} className={styles.field}>
        <Textarea className={styles.textarea} rows={6} resize="vertical" value={typed} placeholder={words("text.field.hint")} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={typed.trim() === ""} onClick={() => take(acceptText(typed, ""), "")}>{words("text.check")}</Button>
        <Button disabledFocusable={isReading} onClick={() => chooser.current?.click()}>{words(isReading ? "text.open.reading" : "text.open")}</Button>
        <Button title={words("text.pick.hint")} onClick={onPickCells}>{words("text.pick")}</Button>
        {onLeave !== null && <Button onClick={onLeave}>{words("pane.cancel")}</Button>}
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".txt,.docx"
        aria-label={words("text.open")}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // Choosing the same file again is a choice, too.
          target.value = "";
          if (file !== undefined) void open(file);
        }}
      />
      {problem !== null && <ProblemMessage problem={problem} />}
    </div>
  );
}

/** A file that was moved or removed since it was chosen cannot be read. */
async function bytesOf(file: File): Promise<Outcome<Uint8Array>> {
  try {
    return done(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return failed({ code: "file-unreadable", values: { file: file.name } });
  }
}

function ProblemMessage({ problem }: { readonly problem: Problem }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { what, remedy } = describeProblem(words, problem);
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody className={styles.message}>
        <MessageBarTitle>{what}</MessageBarTitle>
        {remedy}
      </MessageBarBody>
    </MessageBar>
  );
}
