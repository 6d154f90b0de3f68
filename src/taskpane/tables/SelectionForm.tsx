import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { describePlace } from "../../i18n/describe";
import type { Place } from "../../workbook/address";
import { useWords } from "../words/WordsContext";

export type Side = "budget" | "expenditure";

interface Props {
  readonly picked: Readonly<Record<Side, Place | null>>;
  readonly isBusy: boolean;
  /** Takes what is selected in the sheet for this side. */
  readonly onPick: (side: Side) => void;
  readonly onSelect: (place: Place) => void;
  readonly onUse: () => void;
  readonly onCancel: () => void;
}

const SIDES: readonly Side[] = ["budget", "expenditure"];

const useStyles = makeStyles({
  form: { display: "grid", rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, border: `1px solid ${tokens.colorBrandStroke1}`, borderRadius: tokens.borderRadiusMedium },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  side: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, minHeight: "32px" },
  place: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", gap: tokens.spacingHorizontalS },
});

/** Pointing out the two columns of figures by selecting them in the sheet, for tables that were not recognised. */
export function SelectionForm({ picked, isBusy, onPick, onSelect, onUse, onCancel }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const form = useRef<HTMLElement>(null);
  // It opens below what was found, often under the pane's edge.
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section ref={form} className={styles.form} aria-label={words("pane.selection.title")}>
      <h3 className={styles.title}>{words("pane.selection.title")}</h3>
      <p className={styles.hint}>{words("pane.selection.hint")}</p>
      {SIDES.map((side) => {
        const place = picked[side];
        return (
          <div key={side} className={styles.side}>
            <span>{words(`pane.selection.${side}`)}</span>
            <span className={styles.place}>{place === null ? words("pane.selection.none") : <Link as="button" inline onClick={() => onSelect(place)}>{describePlace(place)}</Link>}</span>
            <Button size="small" disabled={isBusy} aria-label={words("pane.selection.take.for", { side: words(`pane.selection.${side}`) })} onClick={() => onPick(side)}>{words("pane.selection.take")}</Button>
          </div>
        );
      })}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={isBusy || picked.budget === null || picked.expenditure === null} onClick={onUse}>{words("pane.selection.use")}</Button>
        <Button onClick={onCancel}>{words("pane.cancel")}</Button>
      </div>
    </section>
  );
}
