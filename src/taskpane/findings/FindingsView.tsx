import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { SettingsRegular } from "@fluentui/react-icons";
import { useMemo, type ReactNode } from "react";
import { CHECKS } from "../../domain/checks/registry";
import type { Progress } from "../../domain/checks/run";
import type { BudgetTable } from "../../domain/table";
import type { Lack } from "../state/missing";
import type { Checked, FindingFilter } from "../state/session";
import { LackBar } from "../shell/LackBar";
import { useWords } from "../words/WordsContext";
import { Checking, NothingFound, Outdated, Unchecked } from "./CheckState";
import type { FindingActs } from "./FindingActions";
import { FindingFilters } from "./FindingFilters";
import { FindingList } from "./FindingList";
import { countBySeverity, listRows, matching } from "./listing";
import { comparisonsIn, Reconciliations } from "./Reconciliations";
import { searchText } from "./words";

interface Props extends FindingActs {
  /** null before the first check. */
  readonly checked: Checked | null;
  /** null while nothing runs. */
  readonly checking: Progress | null;
  readonly filter: FindingFilter;
  readonly tables: readonly BudgetTable[];
  readonly isOutdated: boolean;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly onFlag: () => void;
  readonly onCancel: () => void;
  readonly onSettings: () => void;
  /** What keeps the findings from being complete; null where nothing does. */
  readonly lack: Lack | null;
  readonly onMend: () => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  part: { paddingInline: tokens.spacingHorizontalM },
});

/** What the checks found: how many, which ones, and what can be done about each. */
export function FindingsView(props: Props): ReactNode {
  const { checked, checking, isOutdated, onFlag, onCancel, lack, onMend } = props;
  const styles = useStyles();
  const words = useWords();
  const isEmpty = checked === null || checked.findings.length === 0;
  return (
    <div className={styles.root}>
      {checking !== null
        ? <Checking progress={checking} onCancel={onCancel} />
        : checked === null ? <Unchecked /> : isOutdated && <Outdated onFlag={onFlag} />}
      {checked !== null && lack !== null && <div className={styles.part}><LackBar lack={lack} onMend={onMend} /></div>}
      {checked !== null && lack === null && checked.findings.every(({ dismissal }) => dismissal !== null) && <Nothing checked={checked} />}
      {isEmpty && (
        <div className={styles.part}>
          <Button size="small" icon={<SettingsRegular />} onClick={props.onSettings}>{words("findings.settings")}</Button>
        </div>
      )}
      {checked !== null && (isEmpty ? <Reconciliations reconciliations={checked.reconciliations} onSelect={props.onSelect} /> : <Found {...props} checked={checked} />)}
    </div>
  );
}

function Nothing({ checked: { asked: { settings: { off } }, findings, reading, reconciliations, text } }: { readonly checked: Checked }): ReactNode {
  return (
    <NothingFound
      isAllDismissed={findings.length > 0}
      tables={reading.execution.tables.length}
      checks={CHECKS.filter(({ id, scope }) => !off.includes(id) && (scope !== "text" || text !== null)).length}
      comparisons={comparisonsIn(reconciliations, null)}
      textComparisons={text === null ? null : text.checks.length}
    />
  );
}

/** The findings that meet the filter, under what sets it. */
function Found({ checked: { findings, reconciliations }, tables, filter, onFilter, onSettings, onSelect, onShowText, onDismiss, onRestore, onReason }: Props & { readonly checked: Checked }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const isSearching = filter.search.trim() !== "";
  const texts = useMemo(() => (isSearching ? findings.map((finding) => searchText(words, finding)) : []), [isSearching, findings, words]);
  const met = useMemo(() => matching(findings, filter, (at) => texts[at] ?? ""), [findings, filter, texts]);
  const rows = useMemo(() => listRows(met, filter, tables), [met, filter, tables]);
  const hasOpen = findings.some(({ dismissal }) => dismissal === null);
  return (
    <>
      <FindingFilters findings={findings} counts={countBySeverity(met)} tables={tables} filter={filter} onFilter={onFilter} onSettings={onSettings} />
      <Reconciliations reconciliations={reconciliations} onSelect={onSelect} />
      {rows.length > 0 && <FindingList rows={rows} tables={tables} acts={{ onSelect, onShowText, onDismiss, onRestore, onReason }} />}
      {rows.length === 0 && hasOpen && (
        <div className={styles.part}>
          {words("findings.none.filtered")}
          {" "}
          <Link as="button" inline onClick={() => onFilter({ ...filter, severity: null, tableId: null, search: "" })}>{words("findings.filter.clear")}</Link>
        </div>
      )}
    </>
  );
}
