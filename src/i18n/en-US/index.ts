import { checks } from "./checks";
import { cli } from "./cli";
import { exported } from "./export";
import { exportView } from "./export-view";
import { findings } from "./findings";
import { findingsView } from "./findings-view";
import { pane } from "./pane";
import { problems } from "./problems";
import { reasons } from "./reasons";
import { settings } from "./settings";
import { sheet } from "./sheet";
import { summary } from "./summary";
import { summaryView } from "./summary-view";
import { terms } from "./terms";
import { textFindings } from "./text-findings";
import { textView } from "./text-view";
import { workbench } from "./workbench";

export const enUS = { ...checks, ...cli, ...exported, ...exportView, ...findings, ...findingsView, ...pane, ...problems, ...reasons, ...settings, ...sheet, ...summary, ...summaryView, ...terms, ...textFindings, ...textView, ...workbench };
