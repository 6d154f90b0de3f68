import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { MessageKey } from "../../i18n/translate";
import { useWords } from "../words/WordsContext";

const STEPS = [
  ["pane.compute", "guidance.compute"],
  ["findings.flag", "guidance.flag"],
  ["summary-view.make", "guidance.summarise"],
  ["pane.tab.export", "guidance.export"],
] as const satisfies readonly (readonly [name: MessageKey, about: MessageKey])[];

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, margin: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`, padding: tokens.spacingHorizontalM, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  list: { display: "grid", rowGap: tokens.spacingVerticalXS, margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalM },
});

/** What the four steps are for, for whoever opens the pane the first time. */
export function Guidance({ onDismiss }: { readonly onDismiss: () => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const titleId = useId();
  return (
    <section className={styles.root} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>{words("guidance.title")}</h2>
      <p className={styles.text}>{words("guidance.intro")}</p>
      <ol className={styles.list}>
        {STEPS.map(([name, about]) => <li key={name}><strong>{words(name)}</strong>{words.locale === "en-US" ? " " : "："}{words(about)}</li>)}
      </ol>
      <p className={styles.text}>{words("guidance.trust")}</p>
      <div className={styles.actions}>
        <Link href={`assets/guides/manual.${words.locale}.html`} target="_blank" rel="noopener">{words("guidance.manual")}</Link>
        <Button size="small" onClick={onDismiss}>{words("guidance.dismiss")}</Button>
      </div>
    </section>
  );
}
