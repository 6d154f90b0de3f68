/** Hearing of changes in the workbook that is open in Excel. */

/**
 * Calls back after cells, rows, columns or sheets changed, whoever changed them; what this add-in wrote itself is left out
 * where Excel tells (ExcelApi 1.14). The answer stops it. Where Excel refuses to tell, nothing is heard.
 */
export function onWorkbookChanged(listener: () => void): () => void {
  let isWanted = true;
  const heard = (triggerSource?: string): Promise<void> => {
    if (isWanted && triggerSource !== "ThisLocalAddin") listener();
    return Promise.resolve();
  };
  void Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add((change) => heard(Office.context.requirements.isSetSupported("ExcelApi", "1.14") ? change.triggerSource : undefined));
    worksheets.onAdded.add(() => heard());
    worksheets.onDeleted.add(() => heard());
    await context.sync();
  }).catch(() => undefined);
  return () => {
    isWanted = false;
  };
}

/** Calls back once nobody edits a cell: Excel holds a request back that asks for it. The answer stops it; where Excel fails, nothing is told. */
export function onEditingOver(listener: () => void): () => void {
  let isWanted = true;
  void Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.load("items/id");
    await context.sync();
    if (isWanted) listener();
  }).catch(() => undefined);
  return () => {
    isWanted = false;
  };
}
