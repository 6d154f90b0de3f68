import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type ReactNode } from "react";

interface Props {
  readonly title: string;
  /** Beside the title: counts, buttons. */
  readonly aside?: ReactNode;
  /** Whether it is open before anybody opened or closed it. */
  readonly isOpen: boolean;
  /** Drawn while it is open. */
  readonly children: () => ReactNode;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, paddingInline: tokens.spacingHorizontalM },
  heading: { margin: 0, minWidth: 0 },
  fold: { paddingInline: 0, minWidth: 0, textAlign: "start" },
});

/** A part of the text's view that folds away. */
export function Section({ title, aside, isOpen: isOpenFirst, children }: Props): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setIsOpen] = useState(isOpenFirst);
  return (
    <section className={styles.root} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.heading}>
          <Button className={styles.fold} size="small" appearance="transparent" icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
            {title}
          </Button>
        </h2>
        {aside}
      </div>
      <div id={id} hidden={!isOpen}>{isOpen && children()}</div>
    </section>
  );
}
