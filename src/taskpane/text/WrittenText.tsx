import { Button, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useMemo, useRef, useState, type ReactNode } from "react";
import type { Prepared } from "../../pipeline/prepare";
import { sentencesOf } from "../../pipeline/write-report";
import { useWords } from "../words/WordsContext";
import { copyText } from "./copy-text";
import { Section } from "./Section";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, paddingInline: tokens.spacingHorizontalM, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  about: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  textarea: { width: "100%", maxHeight: "none" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
});

/** The other way round: what the tables would say in the report, ready to paste. */
export function WrittenText({ reading }: { readonly reading: Prepared }): ReactNode {
  const words = useWords();
  return <Section title={words("text.written")} isOpen={false}>{() => <Written reading={reading} />}</Section>;
}

type Copied = "no" | "copied" | "failed";

function Written({ reading: { snapshot, execution } }: { readonly reading: Prepared }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const shown = useRef<HTMLTextAreaElement>(null);
  const text = useMemo(() => sentencesOf(snapshot, execution), [snapshot, execution]);
  const [copied, setCopied] = useState<{ readonly text: string; readonly how: Copied }>({ text, how: "no" });
  if (text === "") return <div className={styles.root}><p className={styles.about}>{words("text.written.none")}</p></div>;
  // Of another text nothing was copied yet.
  const how = copied.text === text ? copied.how : "no";
  const copy = async (): Promise<void> => setCopied({ text, how: (await copyText(text, shown.current)) ? "copied" : "failed" });
  return (
    <div className={styles.root}>
      <p className={styles.about}>{words("text.written.about")}</p>
      <Textarea textarea={{ ref: shown }} className={styles.textarea} readOnly rows={10} resize="vertical" lang="zh-CN" aria-label={words("text.written")} value={text} />
      <div className={styles.line}>
        <Button icon={<CopyRegular />} onClick={() => void copy()}>{words("text.copy")}</Button>
        <span role="status">{how === "no" ? "" : words(how === "copied" ? "text.copied" : "text.copy.failed")}</span>
      </div>
    </div>
  );
}
