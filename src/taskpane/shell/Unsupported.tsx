import type { ReactNode } from "react";
import { describeProblem } from "../../i18n/describe";
import type { Translator } from "../../i18n/translate";

interface Props {
  readonly words: Translator;
  /** False in a plain browser tab or another Office application. */
  readonly isExcel: boolean;
}

/** Instead of the pane, where it cannot work. */
export function Unsupported({ words, isExcel }: Props): ReactNode {
  const { what, remedy } = isExcel ? describeProblem(words, { code: "host-too-old" }) : { what: words("pane.outside"), remedy: words("pane.outside.remedy") };
  return (
    <main className="unsupported">
      <div role="alert">
        <h1>{what}</h1>
        <p>{remedy}</p>
      </div>
    </main>
  );
}
