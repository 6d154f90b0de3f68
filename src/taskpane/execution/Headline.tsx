import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { formatAmount, formatPercent } from "../../domain/amounts/format";
import type { Basis, TableExecution } from "../../domain/execution/result";
import { timeProgress } from "../../domain/execution/time-progress";
import { describeReason } from "../../i18n/describe";
import { unitWord } from "../tables/tableWords";
import { useWords } from "../words/WordsContext";
import { Bar } from "./Bar";
import { oneSided, overall } from "./lines";
import { noRateWord } from "./rateWords";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXS, paddingInline: tokens.spacingHorizontalM },
  caption: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  figures: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalM, fontVariantNumeric: "tabular-nums" },
  rate: { fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800, fontWeight: tokens.fontWeightSemibold },
  noRate: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  parts: { fontSize: tokens.fontSizeBase300 },
  otherBasis: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  progress: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});

/** The table's one figure: its total rate, the amounts behind it, and how far the year is. */
export function Headline({ execution, chosenBasis }: { readonly execution: TableExecution; readonly chosenBasis: Basis }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { rate, budget, expenditure, source, original } = overall(execution);
  const { table, cutOff, unit, basis } = execution;
  const progress = cutOff === null ? null : timeProgress(cutOff);
  const incomplete = source === "sum" && rate.ok ? oneSided(execution.rows) : 0;
  const amounts = { expenditure: expenditure === null ? "—" : formatAmount(expenditure), budget: budget === null ? "—" : formatAmount(budget), unit: unitWord(words, unit) };
  return (
    <section className={styles.root} aria-label={words("pane.headline")}>
      <h2 className={styles.caption}>
        {words(source === "total" ? "pane.headline.total" : "pane.headline.sum", { table: table.sheetName, basis: words(`basis.${original === undefined ? basis : "adjusted"}`) })}
      </h2>
      <div className={styles.figures}>
        {rate.ok ? <span className={styles.rate}>{formatPercent(rate.percent)}</span> : <span className={styles.noRate}>{noRateWord(words, rate.why)}</span>}
        <span className={styles.parts}>{words("pane.amounts", amounts)}</span>
      </div>
      {incomplete > 0 && <div className={styles.otherBasis}>{words("pane.headline.one-sided", { count: incomplete })}</div>}
      {original !== undefined && (
        <div className={styles.otherBasis}>
          {words("pane.headline.original", { budget: formatAmount(original.budget), rate: original.rate.ok ? formatPercent(original.rate.percent) : noRateWord(words, original.rate.why) })}
        </div>
      )}
      {original === undefined && basis !== chosenBasis && <div className={styles.otherBasis}>{describeReason(words, execution.budgetFrom.reason)}</div>}
      <div className={styles.progress}>
        <span>{progress === null ? words("pane.progress.unknown") : words("pane.progress", { percent: formatPercent(progress) })}</span>
        {rate.ok && <Bar percent={rate.percent.toNumber()} status="on-track" scaleEnd={Math.max(100, Math.min(200, rate.percent.toNumber()))} timeProgress={progress?.toNumber() ?? null} />}
      </div>
    </section>
  );
}
