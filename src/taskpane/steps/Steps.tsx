import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSyncCircleRegular, CheckmarkCircleFilled } from "@fluentui/react-icons";
import { useId, type ReactNode } from "react";
import type { MessageKey } from "../../i18n/translate";
import { STEPS, type Step, type StepState } from "../state/steps";
import { useWords } from "../words/WordsContext";

const NAMES = { compute: "pane.compute", flag: "findings.flag", summarise: "summary-view.make", export: "pane.tab.export" } as const satisfies Record<Step, MessageKey>;

interface Props {
  readonly states: Readonly<Record<Step, StepState>>;
  /** The one to do now; null where none is, or what is in view offers it. */
  readonly next: Step | null;
  readonly isBusy: boolean;
  readonly onStep: (step: Step) => void;
}

const useStyles = makeStyles({
  root: { flexShrink: 0, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  list: { display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))", columnGap: tokens.spacingHorizontalXXS, margin: 0, padding: 0, listStyleType: "none" },
  step: { display: "flex", flexDirection: "column", minWidth: 0, textAlign: "center" },
  /** Four side by side into 320 pixels, in English on two lines. */
  button: { flexDirection: "column", justifyContent: "flex-start", minWidth: 0, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`, rowGap: tokens.spacingVerticalXXS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  icon: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.fontSizeBase500 },
  number: { display: "inline-flex", alignItems: "center", justifyContent: "center", boxSizing: "border-box", width: "18px", height: "18px", marginBlock: "1px", border: "1.5px solid currentcolor", borderRadius: tokens.borderRadiusCircular, fontSize: tokens.fontSizeBase100, lineHeight: tokens.fontSizeBase100, fontVariantNumeric: "tabular-nums" },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  /** Beside the button, which is called what stands on it. */
  state: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  done: { color: tokens.colorStatusSuccessForeground1 },
  stale: { color: tokens.colorStatusWarningForeground3 },
});

/** The four acts in their order, each with how it stands; pressing one does it. */
export function Steps({ states, next, isBusy, onStep }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const id = useId();
  return (
    <nav className={styles.root} aria-label={words("steps.label")}>
      <ol className={styles.list}>
        {STEPS.map((step, i) => {
          const { kind, count } = states[step];
          const isNext = step === next;
          return (
            <li key={step} className={styles.step}>
              <Button
                className={styles.button}
                size="small"
                appearance={isNext ? "primary" : "subtle"}
                aria-current={isNext ? "step" : undefined}
                aria-describedby={`${id}-${step}-state`}
                disabledFocusable={isBusy || (kind === "unready" && (step === "flag" || step === "summarise"))}
                onClick={() => onStep(step)}
              >
                <StepIcon kind={kind} number={i + 1} isPlain={isNext} />
                <span className={styles.name}>{words(NAMES[step])}</span>
              </Button>
              <span id={`${id}-${step}-state`} className={styles.state}>{words(`steps.${step}.${kind}`, { count })}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** What the state's words say once more; `isPlain` leaves the colour to the button. */
function StepIcon({ kind, number, isPlain }: { readonly kind: StepState["kind"]; readonly number: number; readonly isPlain: boolean }): ReactNode {
  const styles = useStyles();
  switch (kind) {
    case "done":
      return <CheckmarkCircleFilled aria-hidden className={mergeClasses(styles.icon, !isPlain && styles.done)} />;
    case "stale":
      return <ArrowSyncCircleRegular aria-hidden className={mergeClasses(styles.icon, !isPlain && styles.stale)} />;
    default:
      return <span aria-hidden className={styles.number}>{number}</span>;
  }
}
