import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { ArrowCircleDownFilled, ArrowCircleDownRegular, CheckmarkCircleRegular, CircleHalfFillRegular, CircleRegular, ErrorCircleFilled, ProhibitedRegular, QuestionCircleRegular, SubtractCircleRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Status } from "../../domain/execution/result";

/** Every status has a shape of its own; colour only adds to it. */
const ICONS: Readonly<Record<Status, FluentIcon>> = {
  over: ErrorCircleFilled,
  unbudgeted: ProhibitedRegular,
  unspent: CircleRegular,
  "far-behind": ArrowCircleDownFilled,
  behind: ArrowCircleDownRegular,
  "on-track": CheckmarkCircleRegular,
  "within-budget": CircleHalfFillRegular,
  unjudged: SubtractCircleRegular,
  "not-computable": QuestionCircleRegular,
};

const useStyles = makeStyles({
  root: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  over: { color: tokens.colorStatusDangerForeground1 },
  unbudgeted: { color: tokens.colorStatusDangerForeground1 },
  unspent: { color: tokens.colorStatusWarningForeground3 },
  "far-behind": { color: tokens.colorStatusWarningForeground3 },
  behind: { color: tokens.colorStatusWarningForeground1 },
  "on-track": { color: tokens.colorStatusSuccessForeground1 },
  "within-budget": { color: tokens.colorNeutralForeground3 },
  unjudged: { color: tokens.colorNeutralForeground3 },
  "not-computable": { color: tokens.colorNeutralForeground3 },
});

/** Decoration beside the status's word, which screen readers get from the text. */
export function StatusIcon({ status }: { readonly status: Status }): ReactNode {
  const styles = useStyles();
  const Icon = ICONS[status];
  return <Icon aria-hidden className={mergeClasses(styles.root, styles[status])} />;
}
