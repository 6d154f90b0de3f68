import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Decimal } from "../../domain/amounts/decimal";
import { describeFigure } from "../../i18n/figures";
import type { ConfirmedAdjustment } from "../../pipeline/review";
import { useWords } from "../words/WordsContext";
import { Section } from "./Section";

interface Props {
  readonly confirmed: readonly ConfirmedAdjustment[];
  readonly onTakeBack: (name: string) => void;
}

const useStyles = makeStyles({
  about: { margin: 0, paddingInline: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  list: { display: "grid", rowGap: tokens.spacingVerticalS, margin: 0, paddingBlock: 0, paddingInline: tokens.spacingHorizontalM, listStyleType: "none", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  item: { display: "grid", rowGap: tokens.spacingVerticalXXS, justifyItems: "start" },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Adjustments that were confirmed and count, though the text that is shown does not tell them. */
export function Untold({ confirmed, onTakeBack }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  if (confirmed.length === 0) return null;
  return (
    <Section title={words("text.untold", { count: confirmed.length })} isOpen>
      {() => (
        <>
          <p className={styles.about}>{words("text.untold.about")}</p>
          <ul className={styles.list}>
            {confirmed.map(({ name, changes }) => (
              <li key={name} className={styles.item}>
                <span className={styles.name}>{name}</span>
                {changes.map(({ change, unit, quote }, at) => {
                  const figure = describeFigure(words, { figure: new Decimal(change).abs().toFixed(), unit });
                  return <span key={at}>{words(change.startsWith("-") ? "text.change.down" : "text.change.up", { figure })}{quote === "" ? "" : ` · ${quote}`}</span>;
                })}
                <Button size="small" aria-label={words("text.unconfirm.of", { name })} onClick={() => onTakeBack(name)}>{words("text.unconfirm")}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
