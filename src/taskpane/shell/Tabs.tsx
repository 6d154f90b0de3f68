import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { MessageKey } from "../../i18n/translate";
import type { View } from "../state/session";
import { useWords } from "../words/WordsContext";

const NAMES = { execution: "pane.tab.execution", findings: "pane.tab.findings", summary: "summary-view.tab", text: "pane.tab.text", export: "pane.tab.export" } as const satisfies Partial<Record<View, MessageKey>>;
export type PaneTab = keyof typeof NAMES;
const TABS: readonly PaneTab[] = ["execution", "findings", "summary", "text", "export"];

interface Props {
  readonly view: View;
  /** How many findings need a look; null before the first check. */
  readonly open: number | null;
  readonly panelId: string;
  readonly onView: (view: View) => void;
}

const useStyles = makeStyles({
  root: { flexShrink: 0, paddingInline: tokens.spacingHorizontalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  /** All side by side into 320 pixels, in English too; where counts are long they take a second line. */
  list: { flexWrap: "wrap" },
  tab: { paddingInline: tokens.spacingHorizontalXXS },
  count: { fontVariantNumeric: "tabular-nums" },
});

/** Previews and runs belong to the execution they are of, settings to the findings they change. */
export function tabOf(view: View): PaneTab {
  return view === "preview" || view === "history" ? "execution" : view === "settings" ? "findings" : view;
}

export function tabId(panelId: string, tab: PaneTab): string {
  return `${panelId}-${tab}`;
}

export function Tabs({ view, open, panelId, onView }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <nav className={styles.root} aria-label={words("pane.tabs")}>
      <TabList size="small" className={styles.list} aria-label={words("pane.tabs")} selectedValue={tabOf(view)} onTabSelect={(_, { value }) => onView(TABS.find((tab) => tab === value) ?? "execution")}>
        {TABS.map((tab) => {
          const name = words(NAMES[tab]);
          const isCounted = tab === "findings" && open !== null;
          return (
            // Tabs hold their text twice, the second time bold and unseen, so that choosing one moves none.
            <Tab key={tab} className={styles.tab} id={tabId(panelId, tab)} value={tab} aria-controls={panelId} aria-label={isCounted ? words("pane.tab.findings.open", { count: open }) : name}>
              {name}
              {isCounted && <span className={styles.count}> {open}</span>}
            </Tab>
          );
        })}
      </TabList>
    </nav>
  );
}
