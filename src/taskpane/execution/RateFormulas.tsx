import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, useMemo, type ReactNode } from "react";
import { formatPercent } from "../../domain/amounts/format";
import { placeOf } from "../../domain/table";
import { describePlace } from "../../i18n/describe";
import type { Prepared } from "../../pipeline/prepare";
import { compareRates, type RateDifference, type ValueReason } from "../../pipeline/rate-formulas";
import { rangeOfCell, type Place } from "../../workbook/address";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly reading: Prepared;
  readonly onSelect: (place: Place) => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXS, paddingInline: tokens.spacingHorizontalM, minWidth: 0, overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  text: { margin: 0 },
  wrong: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** More than anybody compares by hand. */
const LISTED = 10;

/** Rates that stand as formulas: how what Excel calculates compares, and which are values and why. Nothing where there are none. */
export function RateFormulas({ reading, onSelect }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { formulas, differences } = useMemo(() => compareRates(reading.snapshot, reading.plan.tables), [reading]);
  const asValues = useMemo(() => byReason(reading.plan), [reading]);
  if (formulas === 0 && asValues.length === 0) return null;
  return (
    <section className={styles.root} aria-label={words("formulas.title")}>
      {formulas > 0 && <p className={differences.length === 0 ? styles.text : styles.wrong}>{words("formulas.compared", { count: formulas, differences: differences.length })}</p>}
      {differences.length > 0 && <ul className={styles.list}>{differences.slice(0, LISTED).map((one) => <Difference key={describePlace(one.place)} difference={one} onSelect={onSelect} />)}</ul>}
      {asValues.length > 0 && <p className={styles.text}>{words("formulas.values")}</p>}
      {asValues.length > 0 && (
        <ul className={styles.list}>
          {asValues.map(({ why, places }) => (
            <li key={why}>
              {words("formulas.value", { count: places.length, why: words(`rate-value.${why}`) })}
              {places.slice(0, LISTED).map((place) => {
                const name = describePlace(place);
                return <Fragment key={name}>{" "}<Link as="button" inline onClick={() => onSelect(place)}>{name}</Link></Fragment>;
              })}
              {places.length > LISTED && " …"}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Difference({ difference: { place, expected, found }, onSelect }: { readonly difference: RateDifference; readonly onSelect: Props["onSelect"] }): ReactNode {
  const words = useWords();
  return (
    <li>
      <Link as="button" inline onClick={() => onSelect(place)}>{describePlace(place)}</Link>
      {" "}
      {words("formulas.difference", { expected: expected === null ? words("pane.preview.blank") : formatPercent(expected.times(100)), found: found === "" ? words("pane.preview.blank") : String(found) })}
    </li>
  );
}

/** Which rates are values for each reason. */
function byReason({ tables }: Prepared["plan"]): readonly { readonly why: ValueReason; readonly places: readonly Place[] }[] {
  const reasons = new Map<ValueReason, Place[]>();
  for (const { execution: { table }, formulas } of tables) {
    for (const { column, asValues } of formulas) {
      for (const { row, why } of asValues) {
        const place = placeOf(table, rangeOfCell(row, column));
        const known = reasons.get(why);
        if (known === undefined) reasons.set(why, [place]);
        else known.push(place);
      }
    }
  }
  return [...reasons].map(([why, places]) => ({ why, places }));
}
