import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useId, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import type { Prepared } from "../../pipeline/prepare";
import { withDismissal, withoutDismissal, withReason } from "../../pipeline/review";
import type { Place } from "../../workbook/address";
import { ExecutionView } from "../execution/ExecutionView";
import type { Acts } from "../effects/acts";
import type { ExportProps } from "../export/ExportView";
import type { GuidanceStore } from "../guidance/seen";
import { lackOf } from "../state/missing";
import type { Action } from "../state/reducer";
import { isAtWork, isLarge, isOutdated, openFindings, shownExecution, type Session, type View } from "../state/session";
import { nextStep, stepStates, type Step } from "../state/steps";
import type { Store } from "../state/store";
import { Steps } from "../steps/Steps";
import { Tables } from "../tables/Tables";
import { EmptyState } from "./EmptyState";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { FailureBar, StandingProblems } from "./ProblemBar";
import { ScrollContext } from "./Scroll";
import { tabId, tabOf, Tabs } from "./Tabs";
import { useLasting } from "./useLasting";
import { useScrollPlaces } from "./useScrollPlaces";
import { ExportView, FindingsView, Guidance, HistoryView, PreviewView, RateFormulas, RateWriting, SettingsView, SummaryView, TextView } from "./views";

interface Props {
  readonly store: Store<Session, Action>;
  readonly acts: Acts;
  readonly openWorkbook: ExportProps["openWorkbook"];
  readonly workbookName: () => string;
  /** Calls back when the ribbon ran; the answer stops that. */
  readonly onRibbonRun: (listener: () => void) => () => void;
  /** Calls back when the workbook was changed; the answer stops that. */
  readonly onChanged: (listener: () => void) => () => void;
  /** Calls back once nobody edits a cell; the answer stops that. */
  readonly onEditingOver: (listener: () => void) => () => void;
  readonly guidance: GuidanceStore;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100dvh", minWidth: 0, overflow: "hidden" },
  main: { flexGrow: 1, flexShrink: 1, minHeight: 0, overflowX: "hidden", overflowY: "auto" },
  content: { display: "grid", rowGap: tokens.spacingVerticalL, paddingBlock: tokens.spacingVerticalM, minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
});

/** The whole pane: what everything depends on above, what the workbook holds in the middle, the next act below. */
export function Pane({ store, acts, openWorkbook, workbookName, onRibbonRun, onChanged, onEditingOver, guidance }: Props): ReactNode {
  const styles = useStyles();
  const session = useSyncExternalStore(store.subscribe, store.getState);
  const [main, setMain] = useState<HTMLElement | null>(null);
  const run = useRunner();
  useEffect(() => run(acts.read()), [run, acts]);
  useEffect(() => onRibbonRun(() => run(acts.read())), [run, onRibbonRun, acts]);

  useEffect(() => onChanged(acts.changed), [onChanged, acts]);

  const { dispatch } = store;
  const { reading, activity, checked, choices, failure, outcome, review, view } = session;
  useEffect(() => {
    if (failure === null || failure.restore !== null || failure.problem.code !== "cell-editing") return;
    return onEditingOver(() => {
      if (store.getState().reading === null) run(acts.read());
      else dispatch({ type: "failure-dismissed" });
    });
  }, [failure, onEditingOver, store, dispatch, run, acts]);
  const panelId = useId();
  const remember = useScrollPlaces(main, view);
  const isBusy = isAtWork(activity);
  const [isGuided, setIsGuided] = useState(() => !guidance.isDismissed());
  const states = useMemo(() => stepStates(session), [session]);
  const checking = useLasting(session.checking !== null) ? session.checking : null;
  // While checks run again, what they found before is not yet worth a warning.
  const outdated = session.checking === null && isOutdated(session);
  const isGuideShown = isGuided && view === "execution";
  const chooseView = (chosen: View): void => dispatch({ type: "view-chosen", view: chosen });
  const shown = shownExecution(session);
  // With no table at all there is nothing else to show than why.
  const empty = reading?.problems.find(({ code }) => code === "no-table" || code === "no-lines" || code === "only-made-sheets" || code === "empty-workbook") ?? null;
  const lack = reading === null ? null : lackOf(reading);
  const mend = (): void => {
    chooseView("execution");
    run(acts.compute());
  };
  const flag = (): void => run(acts.flag());
  const select = (place: Place): void => run(acts.select(place));
  return (
    <div className={styles.root}>
      <Header
        basis={choices.basis}
        cutOff={choices.cutOff ?? shown?.cutOff ?? reading?.execution.cutOff ?? null}
        isLive={review.live}
        isBusy={isBusy}
        onBasis={(basis) => run(acts.choose({ basis }))}
        onCutOff={(cutOff) => run(acts.choose({ cutOff }))}
        onLive={(live) => run(acts.review({ live }))}
        onReread={() => run(acts.read())}
        isGuided={isGuideShown}
        onGuide={guide}
      />
      <Steps states={states} next={nextStep(session, states)} isBusy={isBusy || reading === null} onStep={step} />
      <Tabs view={view} open={checked === null ? null : openFindings(checked)} panelId={panelId} onView={chooseView} />
      <main ref={setMain} className={styles.main} aria-busy={activity !== null || session.checking !== null} onScroll={remember}>
        {isGuideShown && <Guidance onDismiss={dismissGuidance} />}
        <ScrollContext value={main}>
          <div id={panelId} role="tabpanel" aria-labelledby={tabId(panelId, tabOf(view))} className={styles.content}>
            {reading !== null && shownIn(view, reading)}
          </div>
        </ScrollContext>
      </main>
      {failure !== null
        ? <FailureBar failure={failure} isBusy={isBusy} onRestore={() => run(acts.restore())} onSelect={select} onDismiss={() => dispatch({ type: "failure-dismissed" })} />
        : <StandingProblems problems={reading?.problems.filter((problem) => problem !== empty) ?? []} onSelect={select} />}
      <Footer
        reading={reading}
        isStale={session.isStale}
        isLive={review.live}
        activity={activity}
        written={session.writtenSoFar}
        isLong={isLarge(session)}
        checking={view === "findings" || view === "text" ? null : session.checking}
        outcome={outcome}
        ribbon={session.ribbon}
        runs={session.runs}
        isCut={session.isCut}
        view={view}
        onView={chooseView}
        onReread={() => run(acts.read())}
        onCancel={acts.cancel}
        onUndo={() => run(acts.undo())}
        onSelect={select}
      />
    </div>
  );

  /** It stands above what the pane opens on, never above what was called for. */
  function guide(): void {
    setIsGuided(!isGuideShown);
    if (!isGuideShown) chooseView("execution");
  }

  function step(chosen: Step): void {
    setIsGuided(false);
    switch (chosen) {
      case "compute":
        return run(acts.compute());
      case "flag":
        return flag();
      case "summarise":
        return run(acts.summarise());
      case "export":
        return chooseView("export");
    }
  }

  function dismissGuidance(): void {
    guidance.dismiss();
    setIsGuided(false);
  }

  function shownIn(chosen: View, current: Prepared): ReactNode {
    switch (chosen) {
      case "preview":
        return <PreviewView plan={current.plan} sheets={current.snapshot.sheets} onSelect={select} onBack={() => chooseView("execution")}><RateWriting rates={review.rates} onRates={(rates) => run(acts.review({ rates }))} /><RateFormulas reading={current} onSelect={select} /></PreviewView>;
      case "history":
        return <HistoryView runs={session.runs} isCut={session.isCut} isBusy={isBusy} onUndo={(count) => run(acts.undo(count))} onBack={() => chooseView("execution")} />;
      case "findings":
        return findings(current);
      case "settings":
        return <SettingsView review={review} onReview={(change) => run(acts.review(change))} onBack={() => chooseView("findings")} />;
      case "summary":
        return <SummaryView reading={current} checked={outdated ? null : checked} basis={choices.basis} lack={lack} onMend={mend} onSelect={select} />;
      case "text":
        return text(current);
      case "export":
        return <ExportView onCheck={checkForExport} openWorkbook={openWorkbook} onExported={() => dispatch({ type: "exported" })} lack={lack} onMend={mend} />;
      case "execution":
        return execution(current);
    }
  }

  /** What is exported is what the workbook holds now. */
  async function checkForExport(): ReturnType<ExportProps["onCheck"]> {
    await acts.check();
    const now = store.getState();
    return now.checked === null || isOutdated(now) ? null : { checked: now.checked, basis: now.choices.basis, file: workbookName() };
  }

  function findings({ execution: { tables } }: Prepared): ReactNode {
    return (
      <FindingsView
        checked={checked}
        checking={checking}
        filter={session.filter}
        tables={tables}
        isOutdated={outdated}
        onFilter={(filter) => dispatch({ type: "filter-changed", filter })}
        onFlag={flag}
        onCancel={acts.cancel}
        onSettings={() => chooseView("settings")}
        lack={lack}
        onMend={mend}
        onSelect={select}
        onShowText={(place) => dispatch({ type: "text-shown", place })}
        onDismiss={(mark, note) => run(acts.review(withDismissal(review, mark, note, today())))}
        onRestore={(mark) => run(acts.review(withoutDismissal(review, mark)))}
        onReason={(line, category, text) => run(acts.review(withReason(review, line, category, text)))}
      />
    );
  }

  function text(current: Prepared): ReactNode {
    return (
      <TextView
        text={review.text}
        reading={current}
        checked={checked}
        checking={checking}
        focus={session.textFocus}
        confirmed={review.confirmed}
        onText={(given) => run(acts.review({ text: given }))}
        onPickCells={() => run(acts.pickText())}
        onCheck={() => run(acts.check())}
        onCancel={acts.cancel}
        onSelect={select}
        onConfirm={(confirmed) => run(acts.review({ confirmed }))}
      />
    );
  }

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
    if (shown === null) return <>{empty !== null && <EmptyState problem={empty} openWorkbook={openWorkbook} />}{tables}</>;
    return (
      <ExecutionView
        execution={shown}
        executions={current.execution.executions}
        tables={current.execution.tables}
        sheets={current.snapshot.sheets}
        basis={choices.basis}
        status={session.status}
        onTable={(tableId) => dispatch({ type: "table-chosen", tableId })}
        onStatus={(status) => dispatch({ type: "status-chosen", status })}
        onSelect={select}
        onEdit={(tableId) => dispatch({ type: "form-changed", form: { kind: "mapping", tableId } })}
      >
        <RateFormulas reading={current} onSelect={select} />
        {tables}
      </ExecutionView>
    );
  }
}

/** YYYY-MM-DD where the user is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Runs acts; one that fails in a way nobody foresaw ends in the error boundary. */
function useRunner(): (act: Promise<void>) => void {
  const [defect, setDefect] = useState<{ readonly error: unknown } | null>(null);
  if (defect !== null) throw defect.error;
  return useCallback((act) => void act.catch((error: unknown) => setDefect({ error })), []);
}
