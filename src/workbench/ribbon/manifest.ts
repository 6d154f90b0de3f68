/** The add-in as its manifest declares it, so that the workbench shows the same tab, buttons and pages that Excel would. */

import type { Locale } from "../../i18n/translate";

export interface RibbonCommand {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Addresses of the icon by size in pixels, relative to the site. */
  readonly icons: ReadonlyMap<number, string>;
  readonly action: { readonly kind: "show-pane" } | { readonly kind: "run"; readonly functionName: string };
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly commands: readonly RibbonCommand[];
}

export interface AddIn {
  readonly id: string;
  readonly name: string;
  readonly tabLabel: string;
  readonly groups: readonly RibbonGroup[];
  /** What a right click on cells offers. */
  readonly cellMenu: readonly RibbonCommand[];
  /** Pages relative to the site. */
  readonly panePage: string;
  readonly commandsPage: string;
}

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Reads an XML manifest with one custom tab of buttons, and buttons in the cells' menu. Throws where the manifest lacks what it must have: that is ours to mend. */
export function readAddIn(xml: string, locale: Locale): AddIn {
  const manifest = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  const pane = attribute(inside(inside(manifest, "DefaultSettings"), "SourceLocation"), "DefaultValue");
  const site = new URL(".", pane).href;
  const relative = (url: string): string => (url.startsWith(site) ? url.slice(site.length) : url);
  const resources = new Map(named(inside(manifest, "Resources"), "*").map((element) => [element.getAttribute("id"), element]));
  const resource = (element: Element): string => {
    const id = attribute(element, "resid");
    const found = resources.get(id);
    if (found === undefined) throw new Error(`manifest.xml defines no resource ${id}`);
    return localised(found, locale);
  };

  const readCommand = (control: Element): RibbonCommand => {
    const action = inside(control, "Action");
    return {
      id: attribute(control, "id"),
      label: resource(child(control, "Label")),
      tip: resource(inside(inside(control, "Supertip"), "Description")),
      icons: new Map(named(inside(control, "Icon"), "Image").map((image) => [Number(attribute(image, "size")), relative(resource(image))])),
      action:
        action.getAttributeNS(XSI, "type") === "ExecuteFunction"
          ? { kind: "run", functionName: inside(action, "FunctionName").textContent.trim() }
          : { kind: "show-pane" },
    };
  };

  const tab = inside(manifest, "CustomTab");
  return {
    id: child(manifest, "Id").textContent.trim(),
    name: localised(child(manifest, "DisplayName"), locale),
    tabLabel: resource(child(tab, "Label")),
    groups: named(tab, "Group").map((group) => ({
      id: attribute(group, "id"),
      label: resource(child(group, "Label")),
      commands: named(group, "Control").map(readCommand),
    })),
    cellMenu: named(manifest, "OfficeMenu").filter((menu) => menu.getAttribute("id") === "ContextMenuCell").flatMap((menu) => named(menu, "Control").map(readCommand)),
    panePage: relative(pane),
    commandsPage: relative(resource(inside(manifest, "FunctionFile"))),
  };
}

/** Descendants by local name: the manifest mixes namespaces, and its prefixes are nobody's business. */
function named(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS("*", name)];
}

function inside(parent: Element, name: string): Element {
  return present(named(parent, name)[0], name);
}

function child(parent: Element, name: string): Element {
  return present([...parent.children].find((element) => element.localName === name), name);
}

function present(element: Element | undefined, name: string): Element {
  if (element === undefined) throw new Error(`manifest.xml has no ${name}`);
  return element;
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`manifest.xml: ${element.tagName} has no ${name}`);
  return value;
}

function localised(element: Element, locale: Locale): string {
  const override = named(element, "Override").find((candidate) => candidate.getAttribute("Locale") === locale);
  return override === undefined ? attribute(element, "DefaultValue") : attribute(override, "Value");
}
