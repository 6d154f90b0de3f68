import { checks } from "./checks";
import { cli } from "./cli";
import { findings } from "./findings";
import { pane } from "./pane";
import { problems } from "./problems";
import { reasons } from "./reasons";
import { sheet } from "./sheet";
import { terms } from "./terms";
import { textFindings } from "./text-findings";
import { workbench } from "./workbench";

export const zhCN = { ...checks, ...cli, ...findings, ...pane, ...problems, ...reasons, ...sheet, ...terms, ...textFindings, ...workbench };
