import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { RATE_CONTENTS, type RateContents } from "../../pipeline/rate-formulas";
import { useWords } from "../words/WordsContext";
import { Choices } from "./Choices";

interface Props {
  readonly rates: RateContents;
  readonly onRates: (rates: RateContents) => void;
}

const useStyles = makeStyles({
  /** In line with what else is told before writing. */
  root: { paddingInline: tokens.spacingHorizontalM, minWidth: 0 },
});

/** Whether rates are written as values or as formulas; here and among the settings it is one and the same. */
export function RateWriting({ rates, onRates }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return <div className={styles.root}><Choices label={words("settings.rates")} chosen={rates} choices={RATE_CONTENTS.map((known) => ({ id: known, name: words(`rates.${known}`), choose: () => onRates(known) }))} /></div>;
}
