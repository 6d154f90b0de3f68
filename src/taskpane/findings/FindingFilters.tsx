import { Button, Checkbox, makeStyles, mergeClasses, SearchBox, Select, tokens } from "@fluentui/react-components";
import { SettingsRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Severity } from "../../domain/finding";
import type { BudgetTable } from "../../domain/table";
import type { ReviewedFinding } from "../../pipeline/review";
import type { FindingFilter } from "../state/session";
import { useWords } from "../words/WordsContext";
import { countByTable, countDismissed, SEVERITIES } from "./listing";
import { SeverityIcon } from "./SeverityIcon";
import { tableName } from "./words";

interface Props {
  readonly findings: readonly ReviewedFinding[];
  /** How many open ones of each severity meet the other conditions. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly tables: readonly BudgetTable[];
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly onSettings: () => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, paddingInline: tokens.spacingHorizontalM, minWidth: 0 },
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 0, fontWeight: tokens.fontWeightRegular, fontVariantNumeric: "tabular-nums", paddingInline: tokens.spacingHorizontalS },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected, outlineWidth: "2px", outlineStyle: "solid", outlineColor: tokens.colorBrandStroke1, outlineOffset: "-2px" },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  field: { flexGrow: 1, flexShrink: 1, flexBasis: 0, minWidth: 0, maxWidth: "none" },
  settings: { flexShrink: 0 },
  dismissed: { justifySelf: "start", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** How many there are of each severity, and what narrows the list down. A click on a chosen severity lists all again. */
export function FindingFilters({ findings, counts, tables, filter, onFilter, onSettings }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { severity, tableId, search, dismissed } = filter;
  const byTable = countByTable(findings, tables);
  // The chosen one stays to be seen when nothing is left in it.
  const offered = tableId === null || byTable.some((table) => table.tableId === tableId) ? byTable : [...byTable, { tableId, count: 0 }];
  const countOfDismissed = countDismissed(findings);
  return (
    <div className={styles.root}>
      <div role="group" aria-label={words("findings.severities")} className={styles.chips}>
        {SEVERITIES.map((known) => (
          <Button
            key={known}
            size="small"
            shape="circular"
            icon={<SeverityIcon severity={known} />}
            aria-pressed={known === severity}
            className={mergeClasses(styles.chip, known === severity && styles.chosen)}
            onClick={() => onFilter({ ...filter, severity: known === severity ? null : known })}
          >
            {words("findings.severity.count", { severity: words(`severity.${known}`), count: counts[known] })}
          </Button>
        ))}
      </div>
      <div className={styles.line}>
        {(offered.length > 1 || tableId !== null) && (
          <Select className={styles.field} size="small" aria-label={words("findings.table")} value={tableId === null ? ALL : KEY + tableId} onChange={(_, { value }) => onFilter({ ...filter, tableId: value === ALL ? null : value.slice(KEY.length) })}>
            <option value={ALL}>{words("findings.table.all", { count: byTable.reduce((sum, { count }) => sum + count, 0) })}</option>
            {offered.map((table) => <option key={table.tableId} value={KEY + table.tableId}>{words("findings.table.count", { table: tableName(words, table.tableId, tables), count: table.count })}</option>)}
          </Select>
        )}
        <SearchBox
          className={styles.field}
          size="small"
          aria-label={words("findings.search")}
          placeholder={words("findings.search.short")}
          dismiss={{ "aria-label": words("findings.search.clear") }}
          value={search}
          onChange={(_, { value }) => onFilter({ ...filter, search: value })}
        />
        <Button size="small" appearance="subtle" className={styles.settings} icon={<SettingsRegular />} aria-label={words("findings.settings")} title={words("findings.settings")} onClick={onSettings} />
      </div>
      {countOfDismissed > 0 && (
        <Checkbox className={styles.dismissed} checked={dismissed} label={words("findings.dismissed.show", { count: countOfDismissed })} onChange={(_, { checked }) => onFilter({ ...filter, dismissed: checked === true })} />
      )}
    </div>
  );
}

/** Values of the options: the text's id is empty, so all others have something before theirs. */
const ALL = "all";
const KEY = "table:";
