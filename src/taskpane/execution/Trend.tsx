import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo, type ReactNode } from "react";
import { formatPercent } from "../../domain/amounts/format";
import type { TableExecution } from "../../domain/execution/result";
import { monthlyTrend, type TrendPoint } from "../../domain/execution/trend";
import type { Snapshot } from "../../workbook/snapshot";
import { useWords } from "../words/WordsContext";
import { overall } from "./lines";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXS, margin: 0, paddingInline: tokens.spacingHorizontalM, minWidth: 0 },
  caption: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  picture: { display: "block", width: "100%", height: "72px", overflow: "visible" },
  frame: { stroke: tokens.colorNeutralStroke1, strokeWidth: "1px", vectorEffect: "non-scaling-stroke", "@media (forced-colors: active)": { stroke: "GrayText" } },
  progress: { fill: "none", stroke: tokens.colorNeutralForeground2, strokeWidth: "2px", strokeDasharray: "2 4", vectorEffect: "non-scaling-stroke", "@media (forced-colors: active)": { stroke: "CanvasText" } },
  spent: { fill: "none", stroke: tokens.colorBrandForeground1, strokeWidth: "2px", strokeLinejoin: "round", vectorEffect: "non-scaling-stroke", "@media (forced-colors: active)": { forcedColorAdjust: "none", stroke: "Highlight" } },
  months: { display: "flex", justifyContent: "space-between", fontSize: tokens.fontSizeBase100, color: tokens.colorNeutralForeground2 },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums", "& th": { fontWeight: tokens.fontWeightRegular, textAlign: "end" }, "& td": { textAlign: "end" }, "& th:first-child": { textAlign: "start" } },
  summary: { cursor: "pointer", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Units of the picture, whose width and height follow the pane. */
const WIDTH = 120;
const HEIGHT = 60;

/** How execution grew month by month, beside time progress: a picture, and the same as a table. */
export function Trend({ execution, sheets }: { readonly execution: TableExecution; readonly sheets: Snapshot["sheets"] }): ReactNode {
  const points = useMemo(() => pointsOf(execution, sheets), [execution, sheets]);
  return points === null ? null : <TrendFigure points={points} />;
}

/** Of the same figures as the headline. */
function pointsOf(execution: TableExecution, sheets: Snapshot["sheets"]): readonly TrendPoint[] | null {
  const sheet = sheets.find(({ id }) => id === execution.table.sheetId);
  const { budget, source } = overall(execution);
  return sheet === undefined || budget === null ? null : monthlyTrend(execution, sheet, budget, source);
}

function TrendFigure({ points }: { readonly points: readonly TrendPoint[] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const captionId = useId();
  const last = points.at(-1);
  if (last === undefined) return null;
  const top = Math.max(100, ...points.map(({ percent }) => percent.toNumber()));
  const x = (month: number): number => (month / 12) * WIDTH;
  const y = (percent: number): number => HEIGHT - (percent / top) * HEIGHT;
  const line = [[0, 0], ...points.map(({ month, percent }) => [month, percent.toNumber()])].map(([month = 0, percent = 0]) => `${x(month)},${y(percent)}`).join(" ");
  return (
    <figure className={styles.root} aria-labelledby={captionId}>
      <figcaption id={captionId} className={styles.caption}>
        {words("trend.caption", { month: last.month, percent: formatPercent(last.percent), progress: formatPercent(last.progress) })}
      </figcaption>
      <svg aria-hidden className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <line className={styles.frame} x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <line className={styles.frame} x1={0} x2={WIDTH} y1={y(100)} y2={y(100)} />
        <line className={styles.progress} x1={0} x2={WIDTH} y1={HEIGHT} y2={y(100)} />
        <polyline className={styles.spent} points={line} />
      </svg>
      <div aria-hidden className={styles.months}><span>0</span><span>{words("trend.month", { month: 6 })}</span><span>{words("trend.month", { month: 12 })}</span></div>
      <details>
        <summary className={styles.summary}>{words("trend.figures")}</summary>
        <table className={styles.table}>
          <thead><tr><th scope="col">{words("trend.until")}</th><th scope="col">{words("trend.percent")}</th><th scope="col">{words("trend.progress")}</th></tr></thead>
          <tbody>
            {points.map(({ month, percent, progress }) => (
              <tr key={month}><th scope="row">{words("trend.month", { month })}</th><td>{formatPercent(percent)}</td><td>{formatPercent(progress)}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
