/** What the pane's middle shows besides the execution, each in a part of its own. */

import { laterView } from "../later/laterView";

export const ExportView = laterView(async () => (await import("../export/ExportView")).ExportView);
export const Guidance = laterView(async () => (await import("../guidance/Guidance")).Guidance);
export const RateFormulas = laterView(async () => (await import("../execution/RateFormulas")).RateFormulas);
export const FindingsView = laterView(async () => (await import("../findings/FindingsView")).FindingsView);
export const HistoryView = laterView(async () => (await import("../history/HistoryView")).HistoryView);
export const PreviewView = laterView(async () => (await import("../preview/PreviewView")).PreviewView);
export const RateWriting = laterView(async () => (await import("../settings/RateWriting")).RateWriting);
export const SettingsView = laterView(async () => (await import("../settings/SettingsView")).SettingsView);
export const SummaryView = laterView(async () => (await import("../summary/SummaryView")).SummaryView);
export const TextView = laterView(async () => (await import("../text/TextView")).TextView);
