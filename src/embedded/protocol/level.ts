/** Requirement sets: which ExcelApi level a member came with, and which one the host admits. */

/** An ExcelApi version ("1.13"), or "online" for members that only Excel on the web has. */
export type ApiSet = `1.${number}` | "online";

/** The newest ExcelApi level whose members the host knows. */
export const NEWEST_LEVEL: ApiSet = "1.19";

function minor(set: `1.${number}`): number {
  return Number(set.slice(2));
}

/** Whether a member of `set` exists in a host of `level`; a host of level "online" has everything. */
export function isAvailable(set: ApiSet, level: ApiSet): boolean {
  if (level === "online") return true;
  return set !== "online" && minor(set) <= minor(level);
}

/** What `Office.context.requirements` is told; set names to versions. Only what this host does: it has neither dialogs, nor bindings, files and settings of the common API, nor a runtime shared with the pane. */
export function requirementSets(level: ApiSet): Readonly<Record<string, string>> {
  return {
    ExcelApi: level === "online" ? NEWEST_LEVEL : level,
    ...(level === "online" ? { ExcelApiOnline: "1.1" } : {}),
    AddinCommands: "1.1",
    DelayForCellEdit: "1.1",
  };
}
