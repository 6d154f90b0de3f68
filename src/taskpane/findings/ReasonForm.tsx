import { Field, makeStyles, Select, Textarea } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { REASON_CATEGORIES, type Reason, type ReasonCategory } from "../../pipeline/review";
import { useWords } from "../words/WordsContext";
import { InlineForm } from "./InlineForm";

interface Props {
  /** What was said before. */
  readonly reason: Reason | null;
  readonly onSave: (category: ReasonCategory | null, text: string) => void;
  readonly onCancel: () => void;
}

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

/** 偏差原因: why the line is not executed as planned, by official category and in free words. Saving neither removes it. */
export function ReasonForm({ reason, onSave, onCancel }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [category, setCategory] = useState<ReasonCategory | null>(reason?.category ?? null);
  const [text, setText] = useState(reason?.text ?? "");
  return (
    <InlineForm label={words("findings.reason")} action={words("findings.reason.save")} onSubmit={() => onSave(category, text.trim())} onCancel={onCancel}>
      <Field size="small" label={words("findings.reason.category")}>
        <Select autoFocus className={styles.input} value={category ?? ""} onChange={(_, { value }) => setCategory(REASON_CATEGORIES.find((known) => known === value) ?? null)}>
          <option value="">{words("findings.reason.none")}</option>
          {REASON_CATEGORIES.map((known) => <option key={known} value={known}>{words(`reason-category.${known}`)}</option>)}
        </Select>
      </Field>
      <Field size="small" label={words("findings.reason.text")}>
        <Textarea className={styles.input} resize="vertical" value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
    </InlineForm>
  );
}
