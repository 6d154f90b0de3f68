import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ComponentType, type ReactNode } from "react";
import { describeProblem } from "../../i18n/describe";
import type { Problem } from "../../workbook/problem";
import { useWords } from "../words/WordsContext";
import { loadPart } from "../../workbook/part";

/**
 * A view in a part of its own, loaded when it is first shown and there at once from then on. Where it cannot be had
 * its place says so and offers to try again; React's own `lazy` would remember the failure for good.
 */
export function laterView<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function LaterView(props: Props): ReactNode {
    const [, setHasLoaded] = useState(loaded !== null);
    const [problem, setProblem] = useState<Problem | null>(null);
    useEffect(() => {
      if (loaded !== null || problem !== null) return;
      void loadPart(load).then((part) => {
        if (!part.ok) return setProblem(part.problem);
        loaded = part.value;
        setHasLoaded(true);
      });
    }, [problem]);
    if (loaded !== null) {
      const View = loaded;
      return <View {...props} />;
    }
    return problem === null ? null : <Missing problem={problem} onRetry={() => setProblem(null)} />;
  };
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  text: { margin: 0 },
});

function Missing({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { what, remedy } = describeProblem(words, problem);
  return (
    <div role="alert" className={styles.root}>
      <p className={styles.text}>{what}</p>
      <p className={styles.text}>{remedy}</p>
      <Button onClick={onRetry}>{words("pane.failure.retry")}</Button>
    </div>
  );
}
