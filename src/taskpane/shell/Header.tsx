import { Button, Input, makeStyles, Radio, RadioGroup, Switch, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import { useId, useState, type ReactNode } from "react";
import { formatCutOff, parseCutOff } from "../../domain/execution/cut-off";
import type { Basis, CutOff } from "../../domain/execution/result";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly basis: Basis;
  /** Null where neither the workbook nor the user says. */
  readonly cutOff: CutOff | null;
  /** Whether what we wrote follows the amounts. */
  readonly isLive: boolean;
  readonly isBusy: boolean;
  readonly onBasis: (basis: Basis) => void;
  readonly onCutOff: (cutOff: CutOff | null) => void;
  readonly onLive: (isLive: boolean) => void;
  readonly onReread: () => void;
  /** Whether the guidance is shown. */
  readonly isGuided: boolean;
  readonly onGuide: () => void;
}

const BASES = ["adjusted", "original"] as const satisfies readonly Basis[];

const useStyles = makeStyles({
  header: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  line: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  title: { flexGrow: 1, margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  label: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
  /** Its label beside it stays on the line in 320 pixels. */
  live: { marginInlineStart: "auto" },
  date: { width: "142px", fontVariantNumeric: "tabular-nums" },
});

/** What every figure below depends on: the cut-off date and the basis. Always in view. */
export function Header({ basis, cutOff, isLive, isBusy, onBasis, onCutOff, onLive, onReread, isGuided, onGuide }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const cutOffId = useId();
  const basisId = useId();
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.title}>{words("pane.title")}</h1>
        <Button size="small" appearance="subtle" icon={<QuestionCircleRegular />} aria-label={words("guidance.open")} title={words("guidance.open")} aria-expanded={isGuided} onClick={onGuide} />
        <Button size="small" appearance="subtle" icon={<ArrowClockwiseRegular />} disabled={isBusy} onClick={onReread}>{words("pane.reread")}</Button>
      </div>
      <div className={styles.line}>
        <label htmlFor={cutOffId} className={styles.label}>{words("pane.cut-off")}</label>
        <CutOffInput id={cutOffId} cutOff={cutOff} onChange={onCutOff} />
        <Switch className={styles.live} size="small" checked={isLive} label={words("pane.live")} title={words("pane.live.about")} onChange={(_, { checked }) => onLive(checked)} />
      </div>
      <div className={styles.line}>
        <span id={basisId} className={styles.label}>{words("pane.basis")}</span>
        <RadioGroup layout="horizontal" aria-labelledby={basisId} value={basis} onChange={(_, { value }) => onBasis(BASES.find((known) => known === value) ?? "adjusted")}>
          {BASES.map((known) => <Radio key={known} value={known} label={words(`basis.${known}`)} />)}
        </RadioGroup>
      </div>
    </header>
  );
}

/** A whole date counts at once, a cleared one when the field is left; 0201 on the way to 2016 is no date yet. */
function CutOffInput({ id, cutOff, onChange }: { readonly id: string; readonly cutOff: CutOff | null; readonly onChange: (cutOff: CutOff | null) => void }): ReactNode {
  const styles = useStyles();
  const [draft, setDraft] = useState<string | null>(null);
  const edit = (text: string): void => {
    setDraft(text);
    const typed = parseCutOff(text);
    if (typed !== null) onChange(typed);
  };
  const leave = (): void => {
    if (draft === "" && cutOff !== null) onChange(null);
    setDraft(null);
  };
  return <Input id={id} className={styles.date} size="small" type="date" value={draft ?? (cutOff === null ? "" : formatCutOff(cutOff))} onChange={(_, { value }) => edit(value)} onBlur={leave} />;
}
