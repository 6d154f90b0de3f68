import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Outcome, Problem } from "../../workbook/problem";
import { LackBar } from "../shell/LackBar";
import type { Lack } from "../state/missing";
import { useWords } from "../words/WordsContext";
import { DataText } from "./DataText";
import { ExportResult, type Delivered } from "./ExportResult";
import { makeBureauFile, makeDataFiles, makeReportFile, type Exported, type MadeFile } from "./make-files";
import { ReceivedFiles } from "./ReceivedFiles";
import { saveFile, toBase64 } from "./save-file";
import { unexpected } from "./unexpected";

export interface ExportProps {
  /** Checks the workbook as it is now; null where that was not possible, and the pane says why. */
  readonly onCheck: () => Promise<Omit<Exported, "organisation"> | null>;
  /** Opens an .xlsx file as a new workbook. */
  readonly openWorkbook: (base64: string) => Promise<Outcome<null>>;
  /** A file was made of what was checked. */
  readonly onExported: () => void;
  /** What the files would lack; null where nothing. */
  readonly lack: Lack | null;
  readonly onMend: () => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, paddingInline: tokens.spacingHorizontalM, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  about: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  formats: { display: "grid", rowGap: tokens.spacingVerticalS, minWidth: 0, justifyItems: "start" },
});

type Format = "bureau" | "report" | "data";
const FORMATS: readonly Format[] = ["bureau", "report", "data"];

/** What leaves the workbook: the file for the bureau, the report, the data; and what comes from others. */
export function ExportView({ onCheck, openWorkbook, onExported, lack, onMend }: ExportProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [organisation, setOrganisation] = useState("");
  const [making, setMaking] = useState<Format | null>(null);
  const [delivered, setDelivered] = useState<Delivered | null>(null);
  const [data, setData] = useState<ReturnType<typeof makeDataFiles>>([]);

  const open = async (file: MadeFile): Promise<Delivered> => {
    const opened = await openWorkbook(toBase64(file.bytes));
    return opened.ok ? { kind: "opened", file } : save(file, opened.problem);
  };
  const save = (file: MadeFile, refused: Problem | null = null): Delivered => {
    const saved = saveFile(file);
    return saved.ok ? { kind: "saved", file, refused } : failedWith(saved.problem);
  };
  const failedWith = (problem: Problem): Delivered => ({ kind: "failed", problems: [problem] });

  const make = async (format: Format): Promise<void> => {
    setMaking(format);
    setDelivered(null);
    setData([]);
    try {
      const checked = await onCheck();
      if (checked === null) return;
      const exported: Exported = { ...checked, organisation };
      if (format === "data") {
        setData(makeDataFiles(exported, words));
        return onExported();
      }
      const made = await (format === "bureau" ? makeBureauFile(exported, words) : makeReportFile(exported, words));
      setDelivered(made.ok ? await (format === "bureau" ? open(made.value) : save(made.value)) : failedWith(made.problem));
      if (made.ok) onExported();
    } catch (error) {
      setDelivered(failedWith(unexpected(error)));
    } finally {
      setMaking(null);
    }
  };
  return (
    <div className={styles.root}>
      {lack !== null && <LackBar lack={lack} onMend={onMend} />}
      <Field label={words("export-view.organisation")} hint={words("export-view.organisation.hint")}>
        <Input value={organisation} onChange={(_, { value }) => setOrganisation(value)} />
      </Field>
      {FORMATS.map((format) => (
        <div key={format} className={styles.formats}>
          <Button appearance={format === "bureau" ? "primary" : "secondary"} disabledFocusable={making !== null || lack === "tables"} onClick={() => void make(format)}>
            {words(making === format ? "export-view.making" : `export-view.${format}`)}
          </Button>
          <p className={styles.about}>{words(`export-about.${format}`)}</p>
        </div>
      ))}
      <ExportResult delivered={delivered} onSave={(file) => setDelivered(save(file))} />
      {data.length > 0 && <DataText files={data} onSave={(file) => setDelivered(save(file))} />}
      <ReceivedFiles open={open} save={save} />
    </div>
  );
}
