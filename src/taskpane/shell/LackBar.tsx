import { Link, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Lack } from "../state/missing";
import { useWords } from "../words/WordsContext";

const useStyles = makeStyles({
  body: { overflowWrap: "anywhere", whiteSpace: "normal", paddingBlock: tokens.spacingVerticalXS },
});

/** What the workbook lacks, where its findings, its summary or its files would otherwise pass for complete. */
export function LackBar({ lack, onMend }: { readonly lack: Lack; readonly onMend: () => void }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        {words(`lack.${lack}`)}
        {" "}
        <Link as="button" inline onClick={onMend}>{words(`mend.${lack}`)}</Link>
      </MessageBarBody>
    </MessageBar>
  );
}
