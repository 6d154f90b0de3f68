import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { describePlace, describeProblem } from "../../i18n/describe";
import type { Place } from "../../workbook/address";
import type { Problem } from "../../workbook/problem";
import type { Failure } from "../state/session";
import { useWords } from "../words/WordsContext";

interface FailureProps {
  readonly failure: Failure;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
  readonly onSelect: (place: Place) => void;
  readonly onDismiss: () => void;
}

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  body: { overflowWrap: "anywhere", whiteSpace: "normal", paddingBlock: tokens.spacingVerticalXS },
  problem: { display: "block" },
});

/** Why the last act came to nothing, where, and what to do. */
export function FailureBar({ failure: { problem, restore }, isBusy, onRestore, onSelect, onDismiss }: FailureProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <section className={styles.bar} aria-label={words("pane.problems")}>
      <MessageBar intent="error" layout="multiline" politeness="assertive">
        <MessageBarBody className={styles.body}>
          <ProblemWords problem={problem} onSelect={onSelect} />
          {restore !== null && <span className={styles.problem}>{words("pane.half-written")}</span>}
        </MessageBarBody>
        <MessageBarActions containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={words("pane.dismiss")} onClick={onDismiss} />}>
          {restore !== null && <Button disabled={isBusy} onClick={onRestore}>{words("pane.restore")}</Button>}
        </MessageBarActions>
      </MessageBar>
    </section>
  );
}

interface StandingProps {
  readonly problems: readonly Problem[];
  readonly onSelect: (place: Place) => void;
}

/** As many as fit beside the work; they come back one by one as they are solved. */
const SHOWN = 3;

/** What keeps tables from being computed or written, as long as it does. */
export function StandingProblems({ problems, onSelect }: StandingProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  if (problems.length === 0) return null;
  const hidden = problems.length - SHOWN;
  return (
    <section className={styles.bar} aria-label={words("pane.problems")}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.body}>
          {problems.slice(0, SHOWN).map((problem, i) => <ProblemWords key={i} problem={problem} onSelect={onSelect} />)}
          {hidden > 0 && <span className={styles.problem}>{words("pane.problems.more", { count: hidden })}</span>}
        </MessageBarBody>
      </MessageBar>
    </section>
  );
}

function ProblemWords({ problem, onSelect }: { readonly problem: Problem; readonly onSelect: (place: Place) => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { what, remedy } = describeProblem(words, problem);
  const { place } = problem;
  return (
    <span className={styles.problem}>
      <MessageBarTitle>{what}</MessageBarTitle>
      {place !== undefined && <><Link as="button" inline onClick={() => onSelect(place)}>{describePlace(place)}</Link>{" "}</>}
      <span className={styles.problem}>{remedy}</span>
    </span>
  );
}
