import { makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { BudgetTable } from "../../domain/table";
import { MeasuredGrid, type CurrentRow } from "../shell/MeasuredGrid";
import { useWords } from "../words/WordsContext";
import { FindingActions, type FindingActs, type FindingForm } from "./FindingActions";
import { FindingText } from "./FindingText";
import type { ListRow } from "./listing";
import { tableName } from "./words";

interface Props {
  readonly rows: readonly ListRow[];
  readonly tables: readonly BudgetTable[];
  readonly acts: FindingActs;
}

/** Pixels, of a heading and of a finding of common length. */
const HEADING = 32;
const FINDING = 124;

const useStyles = makeStyles({
  heading: {
    display: "flex", columnGap: tokens.spacingHorizontalS, paddingInline: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums",
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
});

/** The findings under their headings. Choosing one shows what proves it: its words in the text, else its cell. */
export function FindingList({ rows, tables, acts }: Props): ReactNode {
  const words = useWords();
  const [current, setCurrent] = useState<CurrentRow | null>(null);
  const [form, setForm] = useState<{ readonly key: string; readonly which: FindingForm } | null>(null);

  const open = (key: string, which: FindingForm | null): void => {
    setForm(which === null ? null : { key, which });
    setCurrent({ key, focus: which === null });
  };
  /** Where it leaves the list, the next one is in hand. */
  const leave = (key: string): void => {
    setForm(null);
    setCurrent({ key: neighbour(rows, key), focus: true });
  };
  return (
    <MeasuredGrid
      items={rows}
      keyOf={({ key }) => key}
      isHeading={({ kind }) => kind === "group"}
      estimate={({ kind }) => (kind === "group" ? HEADING : FINDING)}
      label={words("findings.list")}
      current={current}
      onCurrent={setCurrent}
      pinned={form?.key ?? null}
      onChoose={(row) => {
        if (row.kind === "finding") showEvidence(row, acts);
      }}
      more={(row, isCurrent) => row.kind === "group" ? null : (
        <FindingActions
          {...acts}
          reviewed={row.reviewed}
          isCurrent={isCurrent}
          form={form?.key === row.key ? form.which : null}
          onForm={(which) => open(row.key, which)}
          onDismiss={(mark, note) => {
            leave(row.key);
            acts.onDismiss(mark, note);
          }}
          onRestore={(mark) => {
            leave(row.key);
            acts.onRestore(mark);
          }}
          onReason={(line, category, text) => {
            open(row.key, null);
            acts.onReason(line, category, text);
          }}
        />
      )}
    >
      {(row) => row.kind === "group" ? <Heading row={row} tables={tables} /> : <FindingText reviewed={row.reviewed} />}
    </MeasuredGrid>
  );
}

function Heading({ row: { of, count }, tables }: { readonly row: Extract<ListRow, { kind: "group" }>; readonly tables: readonly BudgetTable[] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.heading}>
      <span className={styles.name}>{of === "dismissed" ? words("findings.dismissed") : `${words(`severity.${of.severity}`)} · ${tableName(words, of.tableId, tables)}`}</span>
      <span>{words("findings.count", { count })}</span>
    </div>
  );
}

function showEvidence({ reviewed: { finding: { place, text } } }: Extract<ListRow, { kind: "finding" }>, { onSelect, onShowText }: FindingActs): void {
  if (text !== undefined) onShowText(text);
  else if (place !== null) onSelect(place);
}

/** The finding after this one, else the one before it, else itself. */
function neighbour(rows: readonly ListRow[], key: string): string {
  const findings = rows.filter(({ kind }) => kind === "finding");
  const at = findings.findIndex((row) => row.key === key);
  return (findings[at + 1] ?? findings[at - 1])?.key ?? key;
}
