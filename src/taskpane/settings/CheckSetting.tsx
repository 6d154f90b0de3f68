import { Button, Field, Input, makeStyles, Select, Switch, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Check, ChoiceParameter, NumberParameter, Parameter, ParameterValue } from "../../domain/checks/check";
import { neighboursOf, valuesOf, withSwitch, withValue, type CheckSettings } from "../../domain/checks/settings";
import { checkWords, type ParameterWords } from "../../i18n/describe-checks";
import type { Translator } from "../../i18n/translate";
import { useWords } from "../words/WordsContext";
import { parseValue } from "./value";

interface Props {
  readonly check: Check;
  readonly settings: CheckSettings;
  readonly onChange: (settings: CheckSettings) => void;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  toggle: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  about: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  parameters: { display: "grid", rowGap: tokens.spacingVerticalM, paddingInlineStart: tokens.spacingHorizontalL, minWidth: 0 },
  input: { minWidth: 0, width: "100%" },
  number: { minWidth: 0, width: "180px", maxWidth: "100%", fontVariantNumeric: "tabular-nums" },
  unit: { whiteSpace: "nowrap", color: tokens.colorNeutralForeground2 },
  hint: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalXS },
  changed: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  reset: { minWidth: 0, paddingInline: tokens.spacingHorizontalXXS, fontWeight: tokens.fontWeightRegular },
});

/** One check: whether it is made, what it is about, and what it goes by. */
export function CheckSetting({ check, settings, onChange }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { name, about, parameters } = checkWords(words, check);
  const isOn = !settings.off.includes(check.id);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const values = valuesOf(check, settings);
  const limitsOf = (id: string): Limits => {
    const { below, above } = neighboursOf(check, settings, id);
    const limit = (neighbour: typeof below): Limit | null => (neighbour === null ? null : { label: parameters.find(({ id: other }) => other === neighbour.name)?.label ?? "", value: neighbour.value });
    return { least: limit(below), most: limit(above) };
  };
  /** What contradicted another number is saved as soon as that one gives way. */
  const save = (id: string, value: ParameterValue): void => {
    const others = refused.filter(({ name: other }) => other !== id);
    const changed = others.reduce((taken, { name: other, number }) => withValue(taken, check, other, number), withValue(settings, check, id, value));
    const now = valuesOf(check, changed);
    setRefused(others.filter(({ name: other, number }) => now[other] !== number));
    onChange(changed);
  };
  return (
    <div className={styles.root}>
      <div>
        <Switch className={styles.toggle} checked={isOn} label={name} onChange={(_, { checked }) => onChange(withSwitch(settings, check.id, checked))} />
        <p className={styles.about}>{about}</p>
      </div>
      {isOn && parameters.length > 0 && (
        <div className={styles.parameters}>
          {parameters.map((named) => {
            const parameter = check.parameters[named.id];
            const value = values[named.id];
            return parameter !== undefined && value !== undefined && (
              <ParameterField
                key={named.id}
                parameter={parameter}
                named={named}
                value={value}
                limits={limitsOf(named.id)}
                refused={refused.find(({ name: other }) => other === named.id)?.number ?? null}
                onRefuse={(number) => setRefused([...refused.filter(({ name: other }) => other !== named.id), ...(number === null ? [] : [{ name: named.id, number }])])}
                onChange={(next) => save(named.id, next)}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

/** A number that was typed for a parameter and contradicts another one of the check. */
interface Refused {
  readonly name: string;
  readonly number: number;
}

/** What another number of the check leaves to this one: a warning does not come after the error. */
interface Limits {
  readonly least: Limit | null;
  readonly most: Limit | null;
}

interface Limit {
  readonly label: string;
  readonly value: number;
}

interface ParameterProps<P extends Parameter = Parameter> {
  readonly parameter: P;
  readonly named: ParameterWords;
  readonly value: ParameterValue;
  readonly limits: Limits;
  readonly refused: number | null;
  /** null: what was refused is taken back. */
  readonly onRefuse: (value: number | null) => void;
  readonly onChange: (value: ParameterValue) => void;
}

function ParameterField({ parameter, ...rest }: ParameterProps): ReactNode {
  return parameter.kind === "number" ? <NumberField parameter={parameter} {...rest} /> : <ChoiceField parameter={parameter} {...rest} />;
}

/** Saved with Enter or on leaving the field; what is out of bounds, or contradicts another number, is not, and the field says so. */
function NumberField({ parameter, named, value, limits, refused, onRefuse, onChange }: ParameterProps<NumberParameter>): ReactNode {
  const styles = useStyles();
  const words = useWords();
  /** What is being typed, or is no number in bounds; null shows what was refused, else the value in force. */
  const [draft, setDraft] = useState<string | null>(null);
  const [isOutOfBounds, setOutOfBounds] = useState(false);
  const refusal = isOutOfBounds ? words("settings.wrong", { min: parameter.min, max: parameter.max }) : refused === null ? null : contradictionOf(words, refused, limits);
  const take = (next: number): void => {
    setOutOfBounds(false);
    setDraft(null);
    if (contradictionOf(words, next, limits) !== null) onRefuse(next);
    else if (next !== value) onChange(next);
    else onRefuse(null);
  };
  const save = (): void => {
    if (draft === null) return;
    const parsed = parseValue(draft, parameter);
    if (parsed !== null) take(parsed);
    else setOutOfBounds(true);
  };
  return (
    <Field
      size="small"
      label={named.label}
      hint={<Hint parameter={parameter} named={named} isChanged={value !== parameter.default} isRefused={refusal !== null} onReset={() => take(parameter.default)} />}
      {...(refusal === null ? {} : { validationMessage: refusal })}
    >
      <Input
        className={styles.number}
        inputMode="decimal"
        value={draft ?? String(refused ?? value)}
        contentAfter={<span className={styles.unit}>{named.unit}</span>}
        onChange={(_, { value: typed }) => setDraft(typed)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) save();
        }}
      />
    </Field>
  );
}

/** null where the number is in order with the others. */
function contradictionOf(words: Translator, next: number, { least, most }: Limits): string | null {
  if (least !== null && next < least.value) return words("settings.wrong.least", { parameter: least.label, value: least.value });
  if (most !== null && next > most.value) return words("settings.wrong.most", { parameter: most.label, value: most.value });
  return null;
}

function ChoiceField({ parameter, named, value, onChange }: ParameterProps<ChoiceParameter>): ReactNode {
  const styles = useStyles();
  return (
    <Field size="small" label={named.label} hint={<Hint parameter={parameter} named={named} isChanged={value !== parameter.default} isRefused={false} onReset={() => onChange(parameter.default)} />}>
      <Select className={styles.input} value={String(value)} onChange={(_, { value: chosen }) => onChange(chosen)}>
        {named.options.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
      </Select>
    </Field>
  );
}

interface HintProps {
  readonly parameter: Parameter;
  readonly named: ParameterWords;
  readonly isChanged: boolean;
  readonly isRefused: boolean;
  readonly onReset: () => void;
}

/** The default and where it comes from; where something else is chosen, that and the way back. */
function Hint({ parameter, named, isChanged, isRefused, onReset }: HintProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <span className={styles.hint}>
      {defaultText(words, parameter, named)}
      {isChanged && <span className={styles.changed}>{words("settings.changed")}</span>}
      {(isChanged || isRefused) && (
        <Button size="small" appearance="transparent" className={styles.reset} aria-label={words("settings.reset.of", { parameter: named.label })} onClick={onReset}>{words("settings.reset")}</Button>
      )}
    </span>
  );
}

/** "默认 10 个百分点，可填 0 到 100。本工具的经验值" */
function defaultText(words: Translator, parameter: Parameter, { unit, options, source }: ParameterWords): string {
  if (parameter.kind === "choice") return words("settings.default.choice", { value: options.find(({ id }) => id === parameter.default)?.label ?? "", source });
  const { default: value, min, max } = parameter;
  return words("settings.default", { value: /^\p{L}/u.test(unit) ? `${value} ${unit}` : `${value}${unit}`, min, max, source });
}
