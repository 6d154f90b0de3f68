import { makeStyles, tokens } from "@fluentui/react-components";
import { TableSearchRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { describeProblem } from "../../i18n/describe";
import type { Outcome, Problem } from "../../workbook/problem";
import { laterView } from "../later/laterView";
import { useWords } from "../words/WordsContext";

const OpenSample = laterView(async () => (await import("../sample/OpenSample")).OpenSample);

const useStyles = makeStyles({
  root: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM },
  icon: { fontSize: tokens.fontSizeHero900, color: tokens.colorNeutralForeground3 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

interface Props {
  readonly problem: Problem;
  readonly openWorkbook: (base64: string) => Promise<Outcome<null>>;
}

/** Nothing to compute in this workbook yet: why, how to go on, and a sample to try. */
export function EmptyState({ problem, openWorkbook }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { what, remedy } = describeProblem(words, problem);
  return (
    <section className={styles.root} aria-label={what}>
      <TableSearchRegular aria-hidden className={styles.icon} />
      <h2 className={styles.title}>{what}</h2>
      <p className={styles.text}>{remedy}</p>
      <OpenSample openWorkbook={openWorkbook} />
    </section>
  );
}
