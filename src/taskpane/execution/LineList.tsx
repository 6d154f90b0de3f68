import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { formatAmount, formatPercent } from "../../domain/amounts/format";
import type { ExecutionRow, OriginalBudget } from "../../domain/execution/result";
import type { Translator } from "../../i18n/translate";
import { RowList } from "../shell/RowList";
import { useWords } from "../words/WordsContext";
import { Bar } from "./Bar";
import { noRateWord } from "./rateWords";
import { StatusIcon } from "./StatusIcon";

interface Props {
  readonly lines: readonly ExecutionRow[];
  /** One scale for all bars, also while only some of the lines are listed. */
  readonly scaleEnd: number;
  readonly timeProgress: number | null;
  readonly onChoose: (line: ExecutionRow) => void;
}

const ROW_HEIGHT = 48;

const useStyles = makeStyles({
  line: { display: "grid", alignContent: "center", rowGap: "2px", height: "100%" },
  words: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  name: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  rate: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", textAlign: "right" },
  original: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
  noRate: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  figures: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  amounts: { flexShrink: 0, minWidth: "112px", fontVariantNumeric: "tabular-nums", textAlign: "right" },
  spoken: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

/** The lines, those that need a look first, each with its bar on the one scale. */
export function LineList({ lines, scaleEnd, timeProgress, onChoose }: Props): ReactNode {
  const words = useWords();
  return (
    <RowList items={lines} keyOf={(line) => line.row} rowHeight={ROW_HEIGHT} label={words("pane.lines")} onChoose={onChoose}>
      {(line) => <Line line={line} scaleEnd={scaleEnd} timeProgress={timeProgress} />}
    </RowList>
  );
}

/** The rate on the table's own budget, beside the one on the adjusted budget. */
function originalWords(words: Translator, { rate }: OriginalBudget): string {
  return rate.ok ? words("pane.line.original.rate", { rate: formatPercent(rate.percent) }) : noRateWord(words, rate.why);
}

function Line({ line, scaleEnd, timeProgress }: { readonly line: ExecutionRow } & Pick<Props, "scaleEnd" | "timeProgress">): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const name = line.name === "" ? line.code : line.name;
  const amounts = { expenditure: line.expenditure === null ? "—" : formatAmount(line.expenditure), budget: line.budget === null ? "—" : formatAmount(line.budget) };
  return (
    <div className={styles.line} title={line.original === undefined ? name : `${name} · ${words("pane.line.original", { budget: formatAmount(line.original.budget), rate: originalWords(words, line.original) })}`}>
      <div className={styles.words}>
        <StatusIcon status={line.status} />
        <span className={styles.spoken}>{words(`status.${line.status}`)}</span>
        <span className={styles.name}>{name}</span>
        {line.original !== undefined && <span className={styles.original}>{originalWords(words, line.original)}</span>}
        {line.rate.ok ? <span className={styles.rate}>{formatPercent(line.rate.percent)}</span> : <span className={styles.noRate}>{noRateWord(words, line.rate.why)}</span>}
      </div>
      <div className={styles.figures}>
        <Bar percent={line.rate.ok ? line.rate.percent.toNumber() : null} status={line.status} scaleEnd={scaleEnd} timeProgress={timeProgress} />
        <span className={styles.amounts}>{words("pane.line.amounts", amounts)}</span>
      </div>
    </div>
  );
}
