/** What we keep in the workbook: one custom XML part of our namespace, whose text is ours. */

import { LEDGER_NAMESPACE } from "../workbook/ledger";

export interface StoredPart {
  /** After a sync: the part's text, or null if there is none. */
  text(): string | null;
  /** Replaces the part; null removes it. Takes effect with the next sync. */
  write(text: string | null): void;
}

export function storedPart(context: Excel.RequestContext): StoredPart {
  const parts = context.workbook.customXmlParts;
  const part = parts.getByNamespace(LEDGER_NAMESPACE).getOnlyItemOrNullObject();
  part.load("id");
  const xml = part.getXml();
  return {
    text: () => (part.isNullObject ? null : xml.value),
    write: (text) => {
      if (text === null) {
        if (!part.isNullObject) part.delete();
      } else if (part.isNullObject) parts.add(text);
      else part.setXml(text);
    },
  };
}
