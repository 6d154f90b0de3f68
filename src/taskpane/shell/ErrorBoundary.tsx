import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly children: ReactNode;
}

/** Keeps the pane alive when drawing it fails unexpectedly: says so, and offers to go on. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Failure onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  text: { margin: 0 },
});

function Failure({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div role="alert" className={styles.root}>
      <p className={styles.text}>{words("pane.failure")}</p>
      <p className={styles.text}>{words("pane.failure.remedy")}</p>
      <Button appearance="primary" onClick={onRetry}>{words("pane.failure.retry")}</Button>
    </div>
  );
}
