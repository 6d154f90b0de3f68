import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { describePlace, describeProblem } from "../../i18n/describe";
import type { Place } from "../../workbook/address";
import type { Problem } from "../../workbook/problem";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly problem: Problem;
  /** Set where writing stopped half-way and could not be rolled back at once. */
  readonly onRestore: (() => void) | null;
  readonly onSelect: (place: Place) => void;
  readonly onDismiss: () => void;
}

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  body: { overflowWrap: "anywhere", whiteSpace: "normal", paddingBlock: tokens.spacingVerticalXS },
  remedy: { display: "block" },
});

/** What went wrong, where, and what to do. */
export function ProblemBar({ problem, onRestore, onSelect, onDismiss }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { what, remedy } = describeProblem(words, problem);
  const { place } = problem;
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{what}</MessageBarTitle>
        {place !== undefined && <Link as="button" inline onClick={() => onSelect(place)}>{describePlace(place)}</Link>}
        <span className={styles.remedy}>{remedy}</span>
        {onRestore !== null && <span className={styles.remedy}>{words("pane.half-written")}</span>}
      </MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={words("pane.dismiss")} onClick={onDismiss} />}>
        {onRestore !== null && <Button onClick={onRestore}>{words("pane.restore")}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}
