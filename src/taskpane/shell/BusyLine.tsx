import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly label: string;
  /** From 0 to 1; null where it is not known. */
  readonly done: number | null;
  /** null where stopping half-way would leave the workbook half written. */
  readonly onCancel: (() => void) | null;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  cancel: { flexShrink: 0 },
});

/** What the pane is waiting for, how far that is, and how to stop it. */
export function BusyLine({ label, done, onCancel }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const id = useId();
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <span id={id} className={styles.label}>{label}</span>
        {onCancel !== null && <Button size="small" className={styles.cancel} onClick={onCancel}>{words("pane.cancel")}</Button>}
      </div>
      <ProgressBar aria-labelledby={id} {...(done === null ? {} : { value: done })} />
    </div>
  );
}
