import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useId, type ReactNode } from "react";
import type { Check, Scope } from "../../domain/checks/check";
import { PRESETS, withPreset, type Preset } from "../../domain/checks/presets";
import { CHECKS } from "../../domain/checks/registry";
import { DEFAULT_SETTINGS, valuesOf, type CheckSettings } from "../../domain/checks/settings";
import { presetName } from "../../i18n/describe-checks";
import { RATE_CONTENTS } from "../../pipeline/rate-formulas";
import { COLOURS, type Review } from "../../pipeline/review";
import { useWords } from "../words/WordsContext";
import { CheckSetting } from "./CheckSetting";
import { Choices } from "./Choices";

interface Props {
  readonly review: Review;
  readonly onReview: (change: Partial<Review>) => void;
  readonly onBack: () => void;
}

const SCOPES = ["row", "table", "workbook", "cell", "text"] as const satisfies readonly Scope[];

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalL, paddingInline: tokens.spacingHorizontalM, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  top: { display: "grid", rowGap: tokens.spacingVerticalXS, justifyItems: "start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  group: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  heading: { margin: 0, paddingBlockEnd: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
});

/** What the checks go by, kept in the workbook: each with its default and where that comes from. */
export function SettingsView({ review, onReview, onBack }: Props): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { settings, colours, rates } = review;
  const change = (next: CheckSettings): void => onReview({ settings: next });
  const preset = PRESETS.find((one) => isInForce(one, settings));
  return (
    <div className={styles.root}>
      <div className={styles.top}>
        <Button size="small" appearance="transparent" icon={<ArrowLeftRegular />} onClick={onBack}>{words("settings.back")}</Button>
        <h2 className={styles.title}>{words("settings.title")}</h2>
        {!isDefault(settings) && <Button size="small" onClick={() => change(DEFAULT_SETTINGS)}>{words("settings.reset.all")}</Button>}
      </div>
      <Choices label={words("settings.presets")} chosen={preset?.id ?? ""} choices={PRESETS.map((one) => ({ id: one.id, name: presetName(words, one), choose: () => change(withPreset(settings, one)) }))} />
      <Choices label={words("settings.colours")} chosen={colours} choices={COLOURS.map((known) => ({ id: known, name: words(`colours.${known}`), choose: () => onReview({ colours: known }) }))} />
      <Choices label={words("settings.rates")} chosen={rates} choices={RATE_CONTENTS.map((known) => ({ id: known, name: words(`rates.${known}`), choose: () => onReview({ rates: known }) }))} />
      {SCOPES.map((scope) => <ScopeGroup key={scope} scope={scope} checks={CHECKS.filter((check) => check.scope === scope)} settings={settings} onChange={change} />)}
    </div>
  );
}

interface GroupProps {
  readonly scope: Scope;
  readonly checks: readonly Check[];
  readonly settings: CheckSettings;
  readonly onChange: (settings: CheckSettings) => void;
}

function ScopeGroup({ scope, checks, settings, onChange }: GroupProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const id = useId();
  if (checks.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>{words(`scope.${scope}`)}</h3>
      {checks.map((check) => <CheckSetting key={check.id} check={check} settings={settings} onChange={onChange} />)}
    </section>
  );
}

/** Whether every value that a preset sets is as it sets it. */
function isInForce({ values }: Preset, settings: CheckSettings): boolean {
  return Object.entries(values).every(([id, of]) => {
    const check = CHECKS.find((one) => one.id === id);
    const current = check === undefined ? {} : valuesOf(check, settings);
    return Object.entries(of).every(([name, value]) => current[name] === value);
  });
}

function isDefault({ off, values }: CheckSettings): boolean {
  return off.length === 0 && Object.keys(values).length === 0;
}
