import { Button, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useRef, useState, type ReactNode } from "react";
import { copyText } from "../text/copy-text";
import { useWords } from "../words/WordsContext";
import type { MadeFile } from "./make-files";

type TextFile = MadeFile & { readonly text: string };

const useStyles = makeStyles({
  file: { display: "grid", rowGap: tokens.spacingVerticalXS, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  textarea: { width: "100%" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
});

/** Tables for machines as text: to copy, where a download does not work, too. */
export function DataText({ files, onSave }: { readonly files: readonly TextFile[]; readonly onSave: (file: MadeFile) => void }): ReactNode {
  return <>{files.map((file) => <DataFile key={file.name} file={file} onSave={onSave} />)}</>;
}

function DataFile({ file, onSave }: { readonly file: TextFile; readonly onSave: (file: MadeFile) => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const shown = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<"no" | "copied" | "failed">("no");
  // The mark at the beginning is for files only.
  const text = file.text.replace(/^\uFEFF/u, "");
  const copy = async (): Promise<void> => setCopied((await copyText(text, shown.current)) ? "copied" : "failed");
  return (
    <div className={styles.file}>
      <Textarea textarea={{ ref: shown }} className={styles.textarea} readOnly rows={4} resize="vertical" aria-label={file.name} value={text} />
      <div className={styles.line}>
        <Button size="small" onClick={() => void copy()}>{words("export-view.copy", { file: file.name })}</Button>
        <Button size="small" onClick={() => onSave(file)}>{words("export-view.save")}</Button>
        <span role="status">{copied === "no" ? "" : words(copied === "copied" ? "text.copied" : "text.copy.failed")}</span>
      </div>
    </div>
  );
}
