import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, type ReactNode } from "react";
import { exportWords } from "../../i18n/export-words";
import { useWords } from "../words/WordsContext";
import { ExportResult, type Delivered } from "./ExportResult";
import { mergeFiles, verifyFile, type MadeFile } from "./make-files";
import { unexpected } from "./unexpected";

interface Props {
  /** As a new workbook; saved where that is refused. */
  readonly open: (file: MadeFile) => Promise<Delivered>;
  readonly save: (file: MadeFile) => Delivered;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  about: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Files that others exported: whether one is as it was made, and several units' put together. The answer stands under the buttons. */
export function ReceivedFiles({ open, save }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [delivered, setDelivered] = useState<Delivered | null>(null);

  const during = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    setDelivered(null);
    try {
      await work();
    } catch (error) {
      setDelivered({ kind: "failed", problems: [unexpected(error)] });
    } finally {
      setIsBusy(false);
    }
  };
  const verify = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    const facts = await verifyFile(file);
    if (!facts.ok) return setDelivered({ kind: "failed", problems: [facts.problem] });
    const { organisation, year, cutOff, tool } = facts.value;
    const told = [organisation || exportWords(words)("no-organisation"), ...(year === null ? [] : [String(year)]), ...(cutOff === null ? [] : [cutOff]), tool];
    setDelivered({ kind: "verified", file: file.name, facts: told.join(" · ") });
  };
  const merge = async (files: readonly File[]): Promise<void> => {
    const merged = await mergeFiles(files, words);
    if (!merged.ok) setDelivered({ kind: "failed", problems: [merged.problem] });
    else if (merged.value.kind === "refused") setDelivered({ kind: "failed", problems: merged.value.problems });
    else setDelivered(await open(merged.value.file));
  };
  return (
    <section className={styles.root} aria-label={words("export-view.received")}>
      <h2 className={styles.heading}>{words("export-view.received")}</h2>
      <p className={styles.about}>{words("export-view.received.about")}</p>
      <div className={styles.actions}>
        <FileButton label={words("export-view.verify")} isBusy={isBusy} multiple={false} onFiles={(files) => void during(() => verify(files))} />
        <FileButton label={words("export-view.merge")} isBusy={isBusy} multiple onFiles={(files) => void during(() => merge(files))} />
      </div>
      <ExportResult delivered={delivered} onSave={(file) => setDelivered(save(file))} />
    </section>
  );
}

function FileButton({ label, isBusy, multiple, onFiles }: { readonly label: string; readonly isBusy: boolean; readonly multiple: boolean; readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabledFocusable={isBusy} onClick={() => chooser.current?.click()}>{label}</Button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple={multiple}
        accept=".xlsx"
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // Choosing the same file again is a choice, too.
          target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
