import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Status } from "../../domain/execution/result";
import { useWords } from "../words/WordsContext";
import { positionOnScale } from "./lines";

interface Props {
  /** Null where there is no rate: the track stays empty. */
  readonly percent: number | null;
  readonly status: Status;
  readonly scaleEnd: number;
  /** Null where the cut-off date is unknown. */
  readonly timeProgress: number | null;
}

const useStyles = makeStyles({
  track: {
    position: "relative",
    height: "8px",
    flexGrow: 1,
    backgroundColor: tokens.colorNeutralBackground6,
    borderRadius: tokens.borderRadiusSmall,
    "@media (forced-colors: active)": { border: "1px solid GrayText", backgroundColor: "Canvas" },
  },
  fill: {
    position: "absolute",
    insetBlock: 0,
    insetInlineStart: 0,
    borderRadius: tokens.borderRadiusSmall,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "Highlight" },
  },
  over: { backgroundColor: tokens.colorStatusDangerBackground3 },
  late: { backgroundColor: tokens.colorStatusWarningBackground3 },
  fine: { backgroundColor: tokens.colorBrandBackground },
  cut: { borderStartEndRadius: 0, borderEndEndRadius: 0 },
  mark: {
    position: "absolute",
    insetBlock: "-2px",
    width: "2px",
    marginInlineStart: "-1px",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "CanvasText" },
  },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, paddingInline: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  legendItem: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  solid: { width: "2px", height: "12px", backgroundColor: tokens.colorNeutralForeground1, "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "CanvasText" } },
  dotted: { height: "12px", borderInlineStartWidth: "2px", borderInlineStartStyle: "dotted", borderInlineStartColor: tokens.colorNeutralForeground2 },
  timeMark: {
    width: 0,
    backgroundColor: "transparent",
    borderInlineStartWidth: "2px",
    borderInlineStartStyle: "dotted",
    borderInlineStartColor: tokens.colorNeutralForeground2,
  },
});

/** One rate on the scale all lines share, with a solid mark at 100 % and a dotted one at time progress. A picture only: the figures stand beside it as text. */
export function Bar({ percent, status, scaleEnd, timeProgress }: Props): ReactNode {
  const styles = useStyles();
  const tone = status === "over" || status === "unbudgeted" ? styles.over : status === "behind" || status === "far-behind" || status === "unspent" ? styles.late : styles.fine;
  const isCut = percent !== null && percent > scaleEnd;
  return (
    <div aria-hidden className={styles.track}>
      {percent !== null && <div className={mergeClasses(styles.fill, tone, isCut && styles.cut)} style={{ width: `${positionOnScale(percent, scaleEnd)}%` }} />}
      <Marks scaleEnd={scaleEnd} timeProgress={timeProgress} />
    </div>
  );
}

/** What the two marks on every bar mean. */
export function BarLegend({ timeProgress }: Pick<Props, "timeProgress">): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const isSame = timeProgress === 100;
  return (
    <div className={styles.legend}>
      <span className={styles.legendItem}><span aria-hidden className={styles.solid} />{words(isSame ? "pane.legend.both" : "pane.legend.full")}</span>
      {timeProgress !== null && !isSame && <span className={styles.legendItem}><span aria-hidden className={styles.dotted} />{words("pane.legend.progress")}</span>}
    </div>
  );
}

function Marks({ scaleEnd, timeProgress }: Pick<Props, "scaleEnd" | "timeProgress">): ReactNode {
  const styles = useStyles();
  return (
    <>
      {timeProgress !== null && timeProgress !== 100 && <div className={mergeClasses(styles.mark, styles.timeMark)} style={{ insetInlineStart: `${positionOnScale(timeProgress, scaleEnd)}%` }} />}
      <div className={styles.mark} style={{ insetInlineStart: `${positionOnScale(100, scaleEnd)}%` }} />
    </>
  );
}
