/** The pane on a workbook in memory, as a user meets it. */

import "@testing-library/jest-dom";
import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { act, configure, render, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { createRunStore } from "../../src/commands/keptRuns";
import type { SavedRun } from "../../src/commands/lastRun";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale } from "../../src/i18n/translate";
import { createGuidanceStore } from "../../src/taskpane/guidance/seen";
import { App } from "../../src/taskpane/App";
import { done, type Outcome } from "../../src/workbook/problem";
import type { Snapshot } from "../../src/workbook/snapshot";
import { createMemoryPort, type MemoryPort } from "./memory-port";
import { memoryStorage } from "./memory-storage";

export interface OpenPane {
  readonly memory: MemoryPort;
  readonly user: UserEvent;
  /** The ribbon runs, as another page would. */
  ribbonRan(run: SavedRun): Promise<void>;
  /** The pane is closed, and opened again on the workbook as it is. */
  reopen(): Promise<void>;
  /** Excel tells that the workbook was changed. */
  tellChange(): void;
  /** Nobody edits a cell any more. */
  endEditing(): Promise<void>;
}

export interface PaneOptions {
  readonly locale?: Locale;
  /** What the ribbon left before the pane was opened. */
  readonly run?: SavedRun;
  /** Before the pane reads. */
  readonly prepare?: (memory: MemoryPort) => void;
  /** What Excel makes of a new workbook; it opens it unless told otherwise. */
  readonly openWorkbook?: (base64: string) => Promise<Outcome<null>>;
  /** What Office tells of the workbook's name. */
  readonly workbookName?: string;
  /** The browser's, where other panes may have left something. */
  readonly storage?: Storage;
  /** Whether the first-run guidance is still to be read; it is not unless told otherwise. */
  readonly isNew?: boolean;
}

/** Style rules go to a page of their own: nothing is drawn, and matching thousands of them takes seconds. */
export const UNSTYLED = createDOMRenderer(document.implementation.createHTMLDocument());

/** React notes for every element where it was made: of a hundred frames, as jest has it, that is a tenth of all time. */
Error.stackTraceLimit = 10;

/** On a machine that is busy a test takes many times what it takes alone. */
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 30_000 });

/** Opens the pane and waits until it has read the workbook. */
export async function openPane(snapshot: Snapshot, { locale = "zh-CN", run, prepare, storage = memoryStorage(), isNew = false, openWorkbook = () => Promise.resolve(done(null)), workbookName = "" }: PaneOptions = {}): Promise<OpenPane> {
  layOut();
  const memory = createMemoryPort(snapshot);
  prepare?.(memory);
  const history = createRunStore(storage);
  const guidance = createGuidanceStore(storage);
  if (!isNew) guidance.dismiss();
  /** As the ribbon's page does. */
  const keepRun = ({ at, act, outcome }: SavedRun): void => {
    if (outcome.kind === "written") history.add(null, { at, act, cells: outcome.cells, undo: outcome.undo });
  };
  if (run !== undefined) keepRun(run);
  let waiting: SavedRun | null = run ?? null;
  let listener: () => void = () => undefined;
  let changed: () => void = () => undefined;
  const onChanged = (next: () => void): (() => void) => {
    changed = next;
    return () => undefined;
  };
  const awaitingEnd = new Set<() => void>();
  const onEditingOver = (next: () => void): (() => void) => {
    awaitingEnd.add(next);
    return () => awaitingEnd.delete(next);
  };
  const ribbon = {
    load: () => waiting,
    forget: () => {
      waiting = null;
    },
    onRun: (next: () => void) => {
      listener = next;
      return () => undefined;
    },
  };
  const pane = (
    <RendererProvider renderer={UNSTYLED}>
      <App port={memory} openWorkbook={openWorkbook} workbookName={() => workbookName} words={createTranslator(locale)} isDark={false} ribbon={ribbon} history={history} onChanged={onChanged} onEditingOver={onEditingOver} guidance={guidance} />
    </RendererProvider>
  );
  let shown = render(pane);
  await settle();
  return {
    memory,
    user: userEvent.setup(),
    ribbonRan: async (next) => {
      keepRun(next);
      waiting = next;
      act(listener);
      await settle();
    },
    reopen: async () => {
      shown.unmount();
      shown = render(pane);
      await settle();
    },
    tellChange: () => act(() => changed()),
    endEditing: async () => {
      act(() => {
        for (const tell of awaitingEnd) tell();
      });
      await settle();
    },
  };
}

/** An act that a test holds on purpose is waited for no longer than this many turns. */
const MOST_TURNS = 50;

/** Lets pending acts end, however long they take on a busy machine, and the pane draw what they came to. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    if (document.querySelector("main[aria-busy=true]") === null) return;
  }
}

/** Nothing is laid out; lists need to know that there is room, and observers that nothing changes. */
export function layOut(): void {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 320 });
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  // The Tab key passes over what is not laid out: what has no parent in the layout, or a page without size.
  Object.defineProperty(HTMLElement.prototype, "offsetParent", {
    configurable: true,
    get(this: HTMLElement) {
      return this.parentElement;
    },
  });
  document.body.getBoundingClientRect = () => new DOMRect(0, 0, 320, 600);
  Element.prototype.scrollTo = () => undefined;
  // Nothing moves, and so nothing has to be waited for.
  Reflect.deleteProperty(Element.prototype, "animate");
  // Newer browsers answer with a promise, which no effect may pass on.
  Element.prototype.scrollIntoView = () => Promise.resolve();
  // axe asks for one to look at icon fonts, of which there are none.
  HTMLCanvasElement.prototype.getContext = () => null;
}

export async function press(user: UserEvent, name: string | RegExp): Promise<void> {
  await user.click(screen.getByRole("button", { name }));
  await settle();
}

/** The lines listed in view, as they read. */
export function listedLines(list: string | RegExp): string[] {
  return within(screen.getByRole("listbox", { name: list })).getAllByRole("option").map(({ textContent }) => textContent ?? "");
}

/** What axe finds on the page; colours are checked in the browser. What catches the focus for Tabster is passed over, as there. */
export async function violations(): Promise<string[]> {
  const results = await axe.run({ include: [document.body], exclude: [["[data-tabster-dummy]"]] }, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
