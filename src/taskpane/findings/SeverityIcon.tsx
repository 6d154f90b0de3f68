import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { ErrorCircleFilled, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Severity } from "../../domain/finding";

/** Every severity has a shape of its own; colour only adds to it. */
const ICONS: Readonly<Record<Severity, FluentIcon>> = { error: ErrorCircleFilled, warning: WarningRegular, info: InfoRegular };

const useStyles = makeStyles({
  root: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});

/** Decoration beside the severity's word, which screen readers get from the text. */
export function SeverityIcon({ severity }: { readonly severity: Severity }): ReactNode {
  const styles = useStyles();
  const Icon = ICONS[severity];
  return <Icon aria-hidden className={mergeClasses(styles.root, styles[severity])} />;
}
