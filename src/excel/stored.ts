/** What we keep in the workbook: one custom XML part of our namespace, whose text is ours. */

import { joinParts, LEDGER_NAMESPACE, partsIn } from "../workbook/ledger";

export interface StoredPart {
  /** To be called after a sync and before the text is looked at: a sync of its own where there are several parts, as no run of ours leaves them. */
  complete(): Promise<void>;
  /** The part's text, those of several put together, or null if there is none. */
  text(): string | null;
  /** Replaces the part; null removes it. Takes effect with the next sync. */
  write(text: string | null): void;
}

export function storedPart(context: Excel.RequestContext): StoredPart {
  const { customXmlParts } = context.workbook;
  const parts = customXmlParts.getByNamespace(LEDGER_NAMESPACE).load("items/id");
  let texts = [parts.getOnlyItemOrNullObject().getXml()];
  return {
    complete: async () => {
      if (parts.items.length < 2) return;
      texts = parts.items.map((part) => part.getXml());
      await context.sync();
    },
    text: () => (parts.items.length === 0 ? null : joinParts(texts.map(({ value }) => value))),
    write: (text) => {
      const wanted = partsIn(text);
      wanted.forEach((xml, i) => {
        const part = parts.items[i];
        if (part === undefined) customXmlParts.add(xml);
        else part.setXml(xml);
      });
      for (const part of parts.items.slice(wanted.length)) part.delete();
    },
  };
}
