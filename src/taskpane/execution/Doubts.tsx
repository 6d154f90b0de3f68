import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { TableExecution } from "../../domain/execution/result";
import type { BudgetTable } from "../../domain/table";
import { describeReason } from "../../i18n/describe";
import { doubtsOf } from "../../pipeline/doubts";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly execution: TableExecution;
  readonly tables: readonly BudgetTable[];
  readonly onEdit: (tableId: string) => void;
}

const useStyles = makeStyles({
  list: { display: "grid", rowGap: tokens.spacingVerticalXS, margin: 0, paddingBlock: 0, paddingInline: tokens.spacingHorizontalM, listStyleType: "none", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  item: { display: "flex", columnGap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorBrandForeground1 },
  text: { minWidth: 0, overflowWrap: "anywhere" },
  link: { fontSize: "inherit", lineHeight: "inherit" },
});

/** What the figures rest on without being certain, for the user to confirm or correct. */
export function Doubts({ execution, tables, onEdit }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const doubts = doubtsOf(execution, tables);
  if (doubts.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={words("pane.doubts")}>
      {doubts.map(({ tableId, reason }, i) => (
        <li key={i} className={styles.item}>
          <QuestionCircleRegular aria-hidden className={styles.icon} />
          <span className={styles.text}>
            {describeReason(words, reason)}
            {" · "}
            <Link as="button" inline className={styles.link} onClick={() => onEdit(tableId)}>{words("pane.table.edit")}</Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
