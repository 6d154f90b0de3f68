import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { KnownLine } from "../../domain/narrative/against-tables/known";
import type { LineProposal } from "../../domain/narrative/against-tables/proposals";
import { describePlace } from "../../i18n/describe";
import type { Place } from "../../workbook/address";
import { MeasuredGrid, type CurrentRow } from "../shell/MeasuredGrid";
import { useWords } from "../words/WordsContext";
import { Section } from "./Section";

interface Props {
  readonly proposals: readonly LineProposal[];
  readonly onSelect: (place: Place) => void;
}

/** Pixels, of a sum of two lines. */
const ROW = 72;

const useStyles = makeStyles({
  about: { margin: 0, paddingInline: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  row: { display: "grid", rowGap: tokens.spacingVerticalXXS, paddingBlockStart: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
  places: { paddingBlockEnd: tokens.spacingVerticalXS },
  place: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, textAlign: "start", overflowWrap: "anywhere" },
});

/** Sentences that are about lines of another name, or about several of them, as far as amounts alone can tell. */
export function LineProposals({ proposals, onSelect }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [current, setCurrent] = useState<CurrentRow | null>(null);
  if (proposals.length === 0) return null;
  return (
    <Section title={words("text.lines", { count: proposals.length })} isOpen={false}>
      {() => (
        <>
          <p className={styles.about}>{words("text.lines.about")}</p>
          <MeasuredGrid
            items={proposals.map((proposal, at) => ({ proposal, key: String(at) }))}
            keyOf={({ key }) => key}
            isHeading={() => false}
            estimate={() => ROW}
            label={words("text.lines.list")}
            current={current}
            onCurrent={setCurrent}
            onChoose={({ proposal }) => {
              const place = placeOf(proposal);
              if (place !== null) onSelect(place);
            }}
            more={({ proposal }, isCurrent) => {
              const place = placeOf(proposal);
              return place === null ? null : (
                <div className={styles.places}>
                  <Link as="button" className={styles.place} tabIndex={isCurrent ? 0 : -1} onClick={() => onSelect(place)}>{describePlace(place)}</Link>
                </div>
              );
            }}
          >
            {({ proposal: { statement, lines, how } }) => (
              <div className={styles.row}>
                <span className={styles.name}>{statement.subject.text}</span>
                <span>{words(how === "sum" ? "text.lines.sum" : "text.lines.renamed", { lines: lines.map(({ name }) => name).join(" + ") })}</span>
              </div>
            )}
          </MeasuredGrid>
        </>
      )}
    </Section>
  );
}

/** The amounts of all its lines, which stand one below the other. */
function placeOf({ lines }: LineProposal): Place | null {
  const [first, last] = [amountOf(lines[0]), amountOf(lines.at(-1))];
  return first === null || last === null ? null : { ...first, range: { ...first.range, bottom: last.range.bottom } };
}

function amountOf(line: KnownLine | undefined): Place | null {
  const { "adjusted-budget": adjusted, "original-budget": original, expenditure } = line?.figures ?? {};
  return (adjusted ?? original ?? expenditure)?.place ?? null;
}
