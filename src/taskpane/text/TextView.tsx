import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Progress } from "../../domain/checks/run";
import type { TextPlace } from "../../domain/finding";
import type { Prepared } from "../../pipeline/prepare";
import type { ConfirmedAdjustment, ReportText } from "../../pipeline/review";
import type { Place } from "../../workbook/address";
import { Checking } from "../findings/CheckState";
import type { Checked } from "../state/session";
import { Adjustments } from "./Adjustments";
import { Comparisons } from "./Comparisons";
import { LineProposals } from "./LineProposals";
import { TextSource } from "./TextSource";
import { Untold } from "./Untold";
import { WrittenText } from "./WrittenText";

interface Props {
  /** null: there is none yet. */
  readonly text: ReportText | null;
  readonly reading: Prepared;
  /** null before the first check; it may be of another text. */
  readonly checked: Checked | null;
  /** null while nothing runs. */
  readonly checking: Progress | null;
  /** Words to show, as asked for elsewhere. */
  readonly focus: TextPlace | null;
  /** Adjustments that count in the rates, told by this text or by an earlier one. */
  readonly confirmed: readonly ConfirmedAdjustment[];
  readonly onText: (text: ReportText | null) => void;
  /** Takes the text from the cells that the user has selected. */
  readonly onPickCells: () => void;
  /** Checks the text and the tables, and writes nothing. */
  readonly onCheck: () => void;
  readonly onCancel: () => void;
  readonly onSelect: (place: Place) => void;
  /** All that are to be confirmed from now on. */
  readonly onConfirm: (confirmed: readonly ConfirmedAdjustment[]) => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalL, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
});

/** The report's text: where it is from, what it says of adjustments, how it compares, and the other way round what the tables would say. */
export function TextView({ text, reading, checked, checking, focus, confirmed, onText, onPickCells, onCheck, onCancel, onSelect, onConfirm }: Props): ReactNode {
  const styles = useStyles();
  // What was found in another text says nothing of this one.
  const own = checked !== null && text !== null && checked.asked.text?.text === text.text ? checked : null;
  return (
    <div className={styles.root}>
      <TextSource
        key={text?.text ?? ""}
        text={text}
        checked={own?.text ?? null}
        isChecking={checking !== null}
        onText={onText}
        onPickCells={onPickCells}
        onCheck={onCheck}
      />
      {checking !== null && <Checking progress={checking} onCancel={onCancel} />}
      {own !== null && own.text !== null && text !== null && (
        <>
          <Adjustments proposals={own.proposals.adjustments} confirmed={confirmed} onConfirm={onConfirm} onSelect={onSelect} />
          <Comparisons checked={own.text} findings={own.findings} off={own.asked.settings.off} text={text} focus={focus} onSelect={onSelect} />
          <LineProposals proposals={own.proposals.lines} onSelect={onSelect} />
        </>
      )}
      <Untold confirmed={confirmed.filter(({ name }) => own === null || !own.proposals.adjustments.some((proposal) => proposal.name === name))} onTakeBack={(name) => onConfirm(confirmed.filter((one) => one.name !== name))} />
      <WrittenText reading={reading} />
    </div>
  );
}
