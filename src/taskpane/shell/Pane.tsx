import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import type { Prepared } from "../../pipeline/prepare";
import type { Place } from "../../workbook/address";
import { ExecutionView } from "../execution/ExecutionView";
import type { Acts } from "../effects/acts";
import { PreviewView } from "../preview/PreviewView";
import type { Action } from "../state/reducer";
import { shownExecution, type Session } from "../state/session";
import type { Store } from "../state/store";
import { Tables } from "../tables/Tables";
import { EmptyState } from "./EmptyState";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { FailureBar, StandingProblems } from "./ProblemBar";
import { ScrollContext } from "./Scroll";

interface Props {
  readonly store: Store<Session, Action>;
  readonly acts: Acts;
  /** Calls back when the ribbon ran; the answer stops that. */
  readonly onRibbonRun: (listener: () => void) => () => void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100dvh", minWidth: 0, overflow: "hidden" },
  main: { flexGrow: 1, flexShrink: 1, minHeight: 0, overflowX: "hidden", overflowY: "auto" },
  content: { display: "grid", rowGap: tokens.spacingVerticalL, paddingBlock: tokens.spacingVerticalM, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
});

/** The whole pane: what everything depends on above, what the workbook holds in the middle, the next act below. */
export function Pane({ store, acts, onRibbonRun }: Props): ReactNode {
  const styles = useStyles();
  const session = useSyncExternalStore(store.subscribe, store.getState);
  const [main, setMain] = useState<HTMLElement | null>(null);
  const run = useRunner();
  useEffect(() => run(acts.read()), [run, acts]);
  useEffect(() => onRibbonRun(() => run(acts.read())), [run, onRibbonRun, acts]);

  const { dispatch } = store;
  const { reading, activity, choices, failure, outcome, view } = session;
  const isBusy = activity !== null;
  const shown = shownExecution(session);
  // With no table at all there is nothing else to show than why.
  const empty = reading?.problems.find(({ code }) => code === "no-table" || code === "empty-workbook") ?? null;
  const select = (place: Place): void => run(acts.select(place));
  return (
    <div className={styles.root}>
      <Header
        basis={choices.basis}
        cutOff={choices.cutOff ?? shown?.cutOff ?? reading?.execution.cutOff ?? null}
        isBusy={isBusy}
        onBasis={(basis) => run(acts.choose({ basis }))}
        onCutOff={(cutOff) => run(acts.choose({ cutOff }))}
        onReread={() => run(acts.read())}
      />
      <main ref={setMain} className={styles.main}>
        <ScrollContext value={main}>
          {reading !== null && view === "preview" && (
            <div className={styles.content}>
              <PreviewView plan={reading.plan} sheets={reading.snapshot.sheets} onSelect={select} onBack={() => dispatch({ type: "view-chosen", view: "execution" })} />
            </div>
          )}
          {reading !== null && view === "execution" && <div className={styles.content}>{execution(reading)}</div>}
        </ScrollContext>
      </main>
      {failure !== null
        ? <FailureBar failure={failure} isBusy={isBusy} onRestore={() => run(acts.restore())} onSelect={select} onDismiss={() => dispatch({ type: "failure-dismissed" })} />
        : <StandingProblems problems={reading?.problems.filter((problem) => problem !== empty) ?? []} onSelect={select} />}
      <Footer
        reading={reading}
        activity={activity}
        outcome={outcome}
        ribbonAt={session.ribbonAt}
        canUndo={session.undo.length > 0}
        view={view}
        onView={(chosen) => dispatch({ type: "view-chosen", view: chosen })}
        onCompute={() => run(acts.compute())}
        onUndo={() => run(acts.undo())}
        onSelect={select}
      />
    </div>
  );

  function execution(current: Prepared): ReactNode {
    const tables = (
      <Tables
        reading={current}
        choices={choices}
        form={session.form}
        isBusy={isBusy}
        onForm={(form) => dispatch({ type: "form-changed", form })}
        onChoose={(change) => run(acts.choose(change))}
        onPick={(side) => run(acts.pick(side))}
        onSelect={select}
      />
    );
    if (shown === null) return <>{empty !== null && <EmptyState problem={empty} />}{tables}</>;
    return (
      <ExecutionView
        execution={shown}
        executions={current.execution.executions}
        tables={current.execution.tables}
        basis={choices.basis}
        status={session.status}
        onTable={(tableId) => dispatch({ type: "table-chosen", tableId })}
        onStatus={(status) => dispatch({ type: "status-chosen", status })}
        onSelect={select}
        onEdit={(tableId) => dispatch({ type: "form-changed", form: { kind: "mapping", tableId } })}
      >
        {tables}
      </ExecutionView>
    );
  }
}

/** Runs acts; one that fails in a way nobody foresaw ends in the error boundary. */
function useRunner(): (act: Promise<void>) => void {
  const [defect, setDefect] = useState<{ readonly error: unknown } | null>(null);
  if (defect !== null) throw defect.error;
  return useCallback((act) => void act.catch((error: unknown) => setDefect({ error })), []);
}
