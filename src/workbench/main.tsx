/** Opens the sample workbook and shows it with the add-in's pane. */

import { createRoot } from "react-dom/client";
import { createTranslator } from "../i18n/catalogs";
import { openSample } from "./files";
import { readSettings } from "./settings";
import { Workbench } from "./Workbench";
import "./workbench.css";

async function start(root: HTMLElement): Promise<void> {
  const settings = readSettings(window.location.search);
  const words = createTranslator(settings.locale);
  root.textContent = words("workbench.loading");
  try {
    const [opened, manifest] = await Promise.all([openSample(), fetch("manifest.xml").then((response) => response.text())]);
    if (!opened.ok) throw new Error(words(`problem.${opened.problem.code}`, opened.problem.values));
    createRoot(root).render(<Workbench first={opened.value} manifest={manifest} settings={settings} />);
  } catch (error) {
    root.textContent = words("workbench.not-started", { reason: error instanceof Error ? error.message : String(error) });
  }
}

const root = document.getElementById("root");
if (root !== null) void start(root);
