import { Field, makeStyles, Radio, RadioGroup } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  /** Of the one in force; "" for none. */
  readonly chosen: string;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly choose: () => void }[];
}

const useStyles = makeStyles({
  choices: { display: "grid" },
});

/** One of several, each on a line. */
export function Choices({ label, chosen, choices }: Props): ReactNode {
  const styles = useStyles();
  return (
    <Field label={label}>
      <RadioGroup className={styles.choices} value={chosen} onChange={(_, { value }) => choices.find(({ id }) => id === value)?.choose()}>
        {choices.map(({ id, name }) => <Radio key={id} value={id} label={name} />)}
      </RadioGroup>
    </Field>
  );
}
