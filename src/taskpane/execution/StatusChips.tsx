import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Status } from "../../domain/execution/result";
import { useWords } from "../words/WordsContext";
import type { StatusCount } from "./lines";
import { StatusIcon } from "./StatusIcon";

interface Props {
  readonly counts: readonly StatusCount[];
  /** Null shows every line. */
  readonly chosen: Status | null;
  readonly onChoose: (status: Status | null) => void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, paddingInline: tokens.spacingHorizontalM },
  chip: { minWidth: 0, fontWeight: tokens.fontWeightRegular, fontVariantNumeric: "tabular-nums", paddingInline: tokens.spacingHorizontalS },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected, ...ring(tokens.colorBrandStroke1) },
});

function ring(color: string): { outlineWidth: string; outlineStyle: "solid"; outlineColor: string; outlineOffset: string } {
  return { outlineWidth: "2px", outlineStyle: "solid", outlineColor: color, outlineOffset: "-2px" };
}

/** How many lines have each status. A click lists those alone, a second one all again. */
export function StatusChips({ counts, chosen, onChoose }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div role="group" aria-label={words("pane.statuses")} className={styles.root}>
      {counts.map(({ status, count }) => (
        <Button
          key={status}
          size="small"
          shape="circular"
          icon={<StatusIcon status={status} />}
          aria-pressed={status === chosen}
          className={mergeClasses(styles.chip, status === chosen && styles.chosen)}
          onClick={() => onChoose(status === chosen ? null : status)}
        >
          {words("pane.status.count", { status: words(`status.${status}`), count })}
        </Button>
      ))}
    </div>
  );
}
