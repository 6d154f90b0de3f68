import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Finding, Severity } from "../../domain/finding";
import { describeFinding, describePlace } from "../../i18n/describe";
import type { Place } from "../../workbook/address";
import { SeverityIcon } from "../findings/SeverityIcon";
import { useWords } from "../words/WordsContext";

interface Props {
  readonly findings: readonly Finding[];
  readonly onSelect: (place: Place) => void;
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** How many are shown at first, and how many more with each press. */
const FIRST = 3;
const MORE = 50;

const useStyles = makeStyles({
  root: { paddingInline: tokens.spacingHorizontalM },
  list: { display: "grid", rowGap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: "none", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  item: { display: "flex", columnGap: tokens.spacingHorizontalXS },
  text: { minWidth: 0, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  link: { fontSize: "inherit", lineHeight: "inherit" },
  spoken: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

/** What computing noticed about this table, gravest first, each with the cell that shows it. */
export function Findings({ findings, onSelect }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [shown, setShown] = useState(FIRST);
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  const hidden = findings.length - shown;
  return (
    <section className={styles.root} aria-label={words("pane.findings")}>
      <ul className={styles.list}>
        {sorted.slice(0, shown).map((finding, i) => (
          <li key={i} className={styles.item}>
            <SeverityIcon severity={finding.severity} />
            <span className={styles.text}>
              <span className={styles.spoken}>{words(`severity.${finding.severity}`)}</span>
              {describeFinding(words, finding)}
              {" · "}
              <Link as="button" inline className={styles.link} onClick={() => onSelect(finding.place)}>{describePlace(finding.place)}</Link>
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <Button size="small" appearance="transparent" onClick={() => setShown(shown + MORE)}>{words("pane.findings.more", { count: hidden })}</Button>}
    </section>
  );
}
