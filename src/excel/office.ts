/** Office around the pane: readiness, language, theme, and whether this Excel is new enough. */

/** Below this nothing of ours runs: Excel 2021, Microsoft 365, Excel on the web, Mac. */
export const REQUIRED_API = "1.13";

export interface OfficeTheme {
  readonly isDark: boolean;
  /** "#RRGGBB" of the pane's background, as Office gives it. */
  readonly background: string;
}

export interface OfficeInfo {
  /** False in a plain browser tab and in other Office applications. */
  readonly isExcel: boolean;
  readonly isNewEnough: boolean;
  /** BCP 47, e.g. "zh-CN". */
  readonly displayLanguage: string;
  readonly theme: OfficeTheme | null;
}

/** Resolves when Office.js has found its host, or has found out that there is none. */
export async function onOfficeReady(): Promise<OfficeInfo> {
  const info = await Office.onReady();
  const isExcel = info.host === Office.HostType.Excel;
  return {
    isExcel,
    isNewEnough: isExcel && Office.context.requirements.isSetSupported("ExcelApi", REQUIRED_API),
    displayLanguage: isExcel ? Office.context.displayLanguage : "",
    theme: isExcel ? currentTheme() : null,
  };
}

/** Of the workbook that is open, without its folder; "" where Office does not tell, as before it is first saved. */
export function workbookName(): string {
  const document = Office.context.document as Office.Document | undefined;
  return fileNameIn((document?.url as string | null | undefined) ?? "");
}

/** The last part of an address or a path: https://…/预算.xlsx?web=1, C:\财务\预算.xlsx, 预算.xlsx. */
export function fileNameIn(url: string): string {
  const isAddress = /^[a-z][a-z\d+.-]+:\/\//iu.test(url);
  const path = isAddress ? url.replace(/[?#].*$/su, "") : url;
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  if (!isAddress) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Calls back with the new theme whenever Office's changes, where the host tells. */
export function onThemeChanged(listener: (theme: OfficeTheme) => void): void {
  if (!Office.context.document) return;
  Office.context.document.addHandlerAsync(
    "officeThemeChanged" as unknown as Office.EventType,
    () => {
      const theme = currentTheme();
      if (theme !== null) listener(theme);
    },
  );
}

/** Runs a handler whenever the ribbon button of this function name is pressed, and tells Office when it is done. */
export function onRibbonCommand(name: string, handler: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void handler().finally(() => event.completed());
  });
}

function currentTheme(): OfficeTheme | null {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const background = theme?.bodyBackgroundColor;
  if (background === undefined) return null;
  return { isDark: theme?.isDarkTheme ?? isDark(background), background };
}

/** Luminance by Rec. 709, for hosts that give colours only. */
function isDark(color: string): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color);
  if (match === null) return false;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
