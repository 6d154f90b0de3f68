/**
 * A control's labels, found as browsers do: through an index of labels. jsdom walks the whole page for every label of
 * every control, which took a third of the pane tests' time.
 */
export function indexLabels(): void {
  if (indexed.has(document)) return;
  indexed.add(document);
  let labels: readonly HTMLLabelElement[] | null = null;
  const changes = new MutationObserver(() => (labels = null));
  changes.observe(document, { childList: true, subtree: true });
  const current = (): readonly HTMLLabelElement[] => {
    if (changes.takeRecords().length > 0) labels = null;
    return (labels ??= Array.from(document.querySelectorAll("label")));
  };
  for (const { prototype } of [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement, HTMLButtonElement]) {
    Object.defineProperty(prototype, "labels", {
      configurable: true,
      get(this: HTMLElement): readonly HTMLLabelElement[] {
        return this instanceof HTMLInputElement && this.type === "hidden" ? [] : current().filter((label) => isLabelOf(label, this));
      },
    });
  }
}

const indexed = new WeakSet<Document>();
const LABELABLE = "button,input:not([type=hidden]),meter,output,progress,select,textarea";

/** The one that `for` names, else the first inside. */
function isLabelOf(label: HTMLLabelElement, control: HTMLElement): boolean {
  const named = label.getAttribute("for");
  if (named === null) return label.contains(control) && label.querySelector(LABELABLE) === control;
  return named !== "" && named === control.id;
}
