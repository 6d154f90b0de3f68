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
