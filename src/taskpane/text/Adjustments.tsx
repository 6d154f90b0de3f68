import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import type { AdjustmentProposal } from "../../domain/narrative/against-tables/proposals";
import { describePlace } from "../../i18n/describe";
import { describeFigure } from "../../i18n/figures";
import type { Translator } from "../../i18n/translate";
import { confirmationOf, isConfirmed, type ConfirmedAdjustment } from "../../pipeline/review";
import type { Place } from "../../workbook/address";
import { MeasuredGrid, type CurrentRow } from "../shell/MeasuredGrid";
import { useWords } from "../words/WordsContext";
import { Section } from "./Section";

interface Props {
  readonly proposals: readonly AdjustmentProposal[];
  readonly confirmed: readonly ConfirmedAdjustment[];
  readonly onConfirm: (confirmed: readonly ConfirmedAdjustment[]) => void;
  readonly onSelect: (place: Place) => void;
}

/** Pixels, of one told in one short clause. */
const ROW = 128;

const useStyles = makeStyles({
  about: { margin: 0, paddingInline: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  row: { display: "grid", rowGap: tokens.spacingVerticalXXS, paddingBlockStart: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  name: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  quote: { margin: 0, paddingLeft: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, paddingBlockEnd: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  place: { flexGrow: 1, minWidth: 0, fontSize: "inherit", lineHeight: "inherit", textAlign: "start", overflowWrap: "anywhere" },
  done: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS },
  good: { flexShrink: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorStatusSuccessForeground1 },
});

/** Changed budgets that the text tells and the table of rates does not know, for a person to confirm. */
export function Adjustments({ proposals, confirmed, onConfirm, onSelect }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [current, setCurrent] = useState<CurrentRow | null>(null);
  if (proposals.length === 0) return null;
  const open = proposals.filter((proposal) => !isConfirmed(proposal, confirmed));
  const all = <Button size="small" onClick={() => onConfirm([...without(confirmed, open), ...open.map(confirmationOf)])}>{words("text.confirm.all")}</Button>;
  return (
    <Section title={words("text.adjustments", { count: proposals.length })} aside={open.length > 1 ? all : null} isOpen>
      {() => (
        <>
          <p className={styles.about}>{words("text.adjustments.about")}</p>
          <MeasuredGrid
            items={proposals}
            keyOf={keyOf}
            isHeading={() => false}
            estimate={() => ROW}
            label={words("text.adjustments.list")}
            current={current}
            onCurrent={setCurrent}
            onChoose={(proposal) => {
              const place = placeOf(proposal);
              if (place !== null) onSelect(place);
            }}
            more={(proposal, isCurrent) => (
              <Decision
                proposal={proposal}
                isCurrent={isCurrent}
                isConfirmed={isConfirmed(proposal, confirmed)}
                onSelect={onSelect}
                onDecide={(isWanted) => onConfirm([...without(confirmed, [proposal]), ...(isWanted ? [confirmationOf(proposal)] : [])])}
              />
            )}
          >
            {(proposal) => <Proposal proposal={proposal} />}
          </MeasuredGrid>
        </>
      )}
    </Section>
  );
}

/** Without what was confirmed of these lines, with other figures perhaps. */
function without(confirmed: readonly ConfirmedAdjustment[], lines: readonly { readonly name: string }[]): ConfirmedAdjustment[] {
  return confirmed.filter(({ name }) => !lines.some((line) => line.name === name));
}

/** What changed, and what that makes of budget and rate: both bases side by side. */
function Proposal({ proposal }: { readonly proposal: AdjustmentProposal }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { name, adjustments, unit, budget, newBudget, rate, newRate } = proposal;
  const amount = (figure: AdjustmentProposal["budget"]): string => describeFigure(words, { figure: figure.toFixed(), unit });
  const percent = (figure: AdjustmentProposal["rate"]): string => (figure === null ? "—" : describeFigure(words, { figure: figure.toFixed(2), unit: "percent" }));
  return (
    <div className={styles.row}>
      <span className={styles.name}>{name}</span>
      <span>{adjustments.map((told) => changeWords(words, told)).join(words("text.and"))}</span>
      <span>{words("text.budget", { from: amount(budget), to: amount(newBudget) })}</span>
      {(rate !== null || newRate !== null) && <span>{words("text.rate", { from: percent(rate), to: percent(newRate) })}</span>}
      {adjustments.map(({ tellings: [first] }, at) => first !== undefined && <p key={at} className={styles.quote}>{first.quote.text}</p>)}
    </div>
  );
}

function changeWords(words: Translator, { direction, money: { value, unit } }: AdjustmentProposal["adjustments"][number]): string {
  return words(direction > 0 ? "text.change.up" : "text.change.down", { figure: describeFigure(words, { figure: value.toFixed(), unit }) });
}

interface DecisionProps {
  readonly proposal: AdjustmentProposal;
  readonly isCurrent: boolean;
  readonly isConfirmed: boolean;
  readonly onSelect: (place: Place) => void;
  readonly onDecide: (isConfirmed: boolean) => void;
}

function Decision({ proposal, isCurrent, isConfirmed, onSelect, onDecide }: DecisionProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const place = placeOf(proposal);
  const tabIndex = isCurrent ? 0 : -1;
  const of = { name: proposal.name };
  return (
    <div className={styles.line}>
      {place !== null && <Link as="button" className={styles.place} tabIndex={tabIndex} onClick={() => onSelect(place)}>{describePlace(place)}</Link>}
      {isConfirmed && <span className={styles.done}><CheckmarkCircleRegular aria-hidden className={styles.good} />{words("text.confirmed")}</span>}
      {isConfirmed
        ? <Button size="small" tabIndex={tabIndex} aria-label={words("text.unconfirm.of", of)} onClick={() => onDecide(false)}>{words("text.unconfirm")}</Button>
        : <Button size="small" tabIndex={tabIndex} aria-label={words("text.confirm.of", of)} onClick={() => onDecide(true)}>{words("text.confirm")}</Button>}
    </div>
  );
}

function keyOf({ name, adjustments: [first] }: AdjustmentProposal): string {
  return `${first?.tellings[0]?.span.start ?? 0} ${name}`;
}

/** The budget that was changed. */
function placeOf({ line }: AdjustmentProposal): Place | null {
  const { "original-budget": original, expenditure } = line?.figures ?? {};
  return (original ?? expenditure)?.place ?? null;
}
