/** The add-in's own adapter on the real office.js, over an embedded workbook. */

import type { Book } from "../../src/embedded/book/book";
import { openOffice, type NodeOffice } from "../../src/embedded/hosts/node";
import type { HostOptions } from "../../src/embedded/protocol/host";
import { createExcelPort } from "../../src/excel/port";
import type { WorkbookPort } from "../../src/workbook/port";

/** Office.js declares its objects as globals; the adapter finds them there as it does in Excel. */
export function excelOn(book: Book, options: HostOptions = {}, longestWait?: number): { readonly port: WorkbookPort; readonly office: NodeOffice } {
  const office = openOffice(book, options);
  Object.assign(globalThis, { Excel: office.Excel, Office: office.Office, OfficeExtension: office.OfficeExtension });
  return { port: createExcelPort(longestWait), office };
}

/** Requests that the add-in waited for: office.js releases its references on its own, after the work is done. */
export function awaitedSyncs({ host }: NodeOffice): number {
  return host.traffic().log.filter(({ calls }) => !calls.every((call) => call.endsWith("_RemoveReference"))).length;
}
