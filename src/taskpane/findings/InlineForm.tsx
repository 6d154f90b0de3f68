import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "../words/WordsContext";

interface Props {
  /** What the form is for, for screen readers. */
  readonly label: string;
  /** The word of the button that does it. */
  readonly action: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  form: { display: "grid", rowGap: tokens.spacingVerticalS, paddingBlock: tokens.spacingVerticalXS, minWidth: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** A small form in place. Enter does it, Escape closes it, unless they belong to an input method. */
export function InlineForm({ label, action, onSubmit, onCancel, children }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  // Once the list has made room for it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => form.current?.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) onCancel();
      }}
    >
      {children}
      <div className={styles.actions}>
        <Button size="small" type="submit" appearance="primary">{action}</Button>
        <Button size="small" onClick={onCancel}>{words("pane.cancel")}</Button>
      </div>
    </form>
  );
}
