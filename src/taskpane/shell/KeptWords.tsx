/** What undoing left alone, in words. */

import { Link } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import { describePlace } from "../../i18n/describe";
import { cellCount, type Place } from "../../workbook/address";
import type { KeptPlace } from "../state/session";
import { useWords } from "../words/WordsContext";

/** Of the places that are named. */
const MOST_PLACES = 5;

/** Cells that somebody changed, and the sheets that stay whole for those that were changed on them. */
export function KeptWords({ kept, onSelect }: { readonly kept: readonly KeptPlace[]; readonly onSelect: (place: Place) => void }): ReactNode {
  const words = useWords();
  const sheets = kept.filter(({ changed }) => changed !== undefined);
  const cells = kept.filter(({ changed }) => changed === undefined);
  const places = (some: readonly KeptPlace[], nameOf: (place: Place) => string): ReactNode => (
    <>
      {some.slice(0, MOST_PLACES).map((place) => {
        const name = nameOf(place);
        return <Fragment key={name}>{" "}<Link as="button" inline onClick={() => onSelect(place)}>{name}</Link></Fragment>;
      })}
      {some.length > MOST_PLACES && " …"}
    </>
  );
  return (
    <>
      {words("pane.outcome.undone-rest")}
      {cells.length > 0 && <>{words("pane.outcome.undone-cells", { count: cells.reduce((sum, { range }) => sum + cellCount(range), 0) })}{places(cells, describePlace)}{sheets.length > 0 && words("pane.outcome.undone-end")}</>}
      {sheets.length > 0 && <>{words("pane.outcome.undone-sheets", { count: sheets.reduce((sum, { changed = 0 }) => sum + changed, 0), sheets: sheets.length })}{places(sheets, ({ sheetName }) => sheetName)}</>}
    </>
  );
}
