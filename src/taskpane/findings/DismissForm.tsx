import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useWords } from "../words/WordsContext";
import { InlineForm } from "./InlineForm";

interface Props {
  readonly onDismiss: (note: string) => void;
  readonly onCancel: () => void;
}

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

/** Why a finding is dismissed: whoever reads the workbook later should not have to guess. */
export function DismissForm({ onDismiss, onCancel }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [note, setNote] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const given = note.trim();
  const submit = (): void => {
    if (given === "") setIsAsked(true);
    else onDismiss(given);
  };
  return (
    <InlineForm label={words("findings.dismiss")} action={words("findings.dismiss")} onSubmit={submit} onCancel={onCancel}>
      <Field size="small" label={words("findings.dismiss.note")} {...(isAsked && given === "" ? { validationMessage: words("findings.dismiss.empty") } : {})}>
        <Input autoFocus className={styles.input} value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </InlineForm>
  );
}
