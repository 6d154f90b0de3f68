/** Around what draws the workbook: where drawing fails, the workbook is still there, can be saved, and is drawn anew on demand. */

import { Button } from "@fluentui/react-components";
import { Component } from "react";
import type { ReactNode } from "react";
import { useWords } from "./words";

export interface KeptBookProps {
  readonly onSave: () => void;
  readonly children: ReactNode;
}

export class KeptBook extends Component<KeptBookProps, { readonly failure: Error | null }> {
  override state = { failure: null };

  static getDerivedStateFromError(error: unknown): { failure: Error } {
    return { failure: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return <Failure failure={failure} onSave={this.props.onSave} onRetry={() => this.setState({ failure: null })} />;
  }
}

function Failure({ failure, onSave, onRetry }: { readonly failure: Error; readonly onSave: () => void; readonly onRetry: () => void }) {
  const t = useWords();
  return (
    <div role="alert" className="failure">
      <p>{t("workbench.failure")}</p>
      <p>{t("workbench.failure.remedy")}</p>
      <p className="failure-reason">{failure.message}</p>
      <div className="failure-actions">
        <Button appearance="primary" onClick={onRetry}>{t("workbench.failure.retry")}</Button>
        <Button onClick={onSave}>{t("workbench.save")}</Button>
      </div>
    </div>
  );
}
