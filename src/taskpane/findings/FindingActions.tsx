import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { TextPlace } from "../../domain/finding";
import { describePlace } from "../../i18n/describe";
import type { FindingMark, LineMark, ReasonCategory, ReviewedFinding } from "../../pipeline/review";
import type { Place } from "../../workbook/address";
import { useWords } from "../words/WordsContext";
import { DismissForm } from "./DismissForm";
import { ReasonForm } from "./ReasonForm";
import { textPlaceName } from "./words";

/** What a person can do about a finding. */
export interface FindingActs {
  readonly onSelect: (place: Place) => void;
  readonly onShowText: (place: TextPlace) => void;
  readonly onDismiss: (mark: FindingMark, note: string) => void;
  readonly onRestore: (mark: FindingMark) => void;
  readonly onReason: (line: LineMark, category: ReasonCategory | null, text: string) => void;
}

/** Which form is open under a finding. */
export type FindingForm = "dismiss" | "reason";

interface Props extends FindingActs {
  readonly reviewed: ReviewedFinding;
  /** Whether the Tab key stops here. */
  readonly isCurrent: boolean;
  readonly form: FindingForm | null;
  readonly onForm: (form: FindingForm | null) => void;
}

const useStyles = makeStyles({
  root: { paddingBlockEnd: tokens.spacingVerticalXS, minWidth: 0 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  places: { flexGrow: 1, minWidth: 0, display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  link: { fontSize: "inherit", lineHeight: "inherit", textAlign: "start", overflowWrap: "anywhere" },
  button: { minWidth: 0, paddingInline: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightRegular },
});

/** Where a finding is, and what can be done about it, with the form for that in place. */
export function FindingActions({ reviewed, isCurrent, form, onForm, onSelect, onShowText, onDismiss, onRestore, onReason }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { finding: { place, text }, mark, dismissal, line, reason } = reviewed;
  const tabIndex = isCurrent ? 0 : -1;
  const toggle = (which: FindingForm): void => onForm(form === which ? null : which);
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <span className={styles.places}>
          {text !== undefined && <Link as="button" className={styles.link} tabIndex={tabIndex} onClick={() => onShowText(text)}>{textPlaceName(words, text)}</Link>}
          {place !== null && <Link as="button" className={styles.link} tabIndex={tabIndex} onClick={() => onSelect(place)}>{describePlace(place)}</Link>}
        </span>
        {line !== null && (
          <Button size="small" appearance="transparent" className={styles.button} tabIndex={tabIndex} aria-expanded={form === "reason"} onClick={() => toggle("reason")}>
            {words("findings.reason")}
          </Button>
        )}
        {dismissal === null ? (
          <Button size="small" appearance="transparent" className={styles.button} tabIndex={tabIndex} aria-expanded={form === "dismiss"} onClick={() => toggle("dismiss")}>
            {words("findings.dismiss")}
          </Button>
        ) : (
          <Button size="small" appearance="transparent" className={styles.button} tabIndex={tabIndex} onClick={() => onRestore(mark)}>{words("findings.restore")}</Button>
        )}
      </div>
      {form === "dismiss" && dismissal === null && <DismissForm onDismiss={(note) => onDismiss(mark, note)} onCancel={() => onForm(null)} />}
      {form === "reason" && line !== null && <ReasonForm reason={reason} onSave={(category, explanation) => onReason(line, category, explanation)} onCancel={() => onForm(null)} />}
    </div>
  );
}
