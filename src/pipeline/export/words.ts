/** What files that we hand out say besides the summary's own words. In the catalogs: `export.<word>`. */

export type ExportWord =
  | "file-name" | "no-organisation"
  | "verification" | "verification.note" | "verification.canonical" | "verification.item" | "verification.value" | "verification.key"
  | "verification.format" | "verification.organisation" | "verification.year" | "verification.cut-off" | "verification.basis" | "verification.unit"
  | "verification.scope" | "verification.not-counted" | "verification.of-projects" | "verification.tool" | "verification.workbook" | "verification.workbook-unknown" | "verification.source" | "verification.sheet" | "verification.printed" | "verification.fingerprint"
  | "figure.original" | "figure.adjusted" | "figure.expenditure" | "figure.errors" | "figure.warnings" | "figure.notes"
  | "merge.sheet" | "merge.title" | "merge.facts" | "merge.note" | "merge.untold" | "merge.projects-only" | "merge.and" | "merge.number" | "merge.unit" | "merge.rate" | "merge.share" | "merge.findings" | "merge.errors" | "merge.warnings" | "merge.notes"
  | "merge.rank" | "merge.basis" | "merge.bases-differ" | "merge.file" | "merge.total" | "merge.unknown" | "merge.no-rate";

export type ExportWords = (word: ExportWord, values?: Readonly<Record<string, string | number>>) => string;
