/** What the host declares, against office.js's own source: wire names, kinds, and the requirement set of each member that states one. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { objectTypes } from "../../../src/embedded/objects/catalog";

/** Members by wire name, with the set that office.js demands ("1.9", "online"), or null where it demands none. */
interface ScriptClass {
  readonly scalars: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, string | null>;
  readonly isCollection: boolean;
}

const source = readFileSync(join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist", "excel-web-16.00.debug.js"), "utf8");

/** What office.js calls on the workbook through a class of its own (WacWorkbook). */
const ON_THE_WEB = ["CreateAndOpenWorkbook"];

/** Classes that office.js builds from tables rather than code. */
const FROM_TABLES = new Set(["AddinInternalService"]);

function demandedSet(body: string): string | null {
  const demand = /_throwIfApiNotSupported\("[^"]*", (\S+), "([\d.]+)"/.exec(body);
  if (demand === null) return null;
  return demand[1] === "_defaultApiSetName" ? (demand[2] ?? null) : "online";
}

function classOf(name: string): ScriptClass {
  const end = source.indexOf(`\n    Excel.${name} = ${name};`);
  if (end < 0) throw new Error(`office.js has no class ${name}`);
  const body = source.slice(source.lastIndexOf(`\n    var _type${name} = "${name}";`, end), end);
  const originals = /_scalarPropertyOriginalNames", \{\s*get: function \(\) \{\s*return (\[.*?\]);/s.exec(body)?.[1] ?? "[]";
  const scripts = /_scalarPropertyNames", \{\s*get: function \(\) \{\s*return (\[.*?\]);/s.exec(body)?.[1] ?? "[]";
  const wireNames = parseNames(originals);
  const members = new Map<string, string | null>();
  const bodies = new Map([...body.matchAll(/defineProperty\(\w+\.prototype, "(\w+)", \{(.*?)\n {8}\}\);/gs)].map(([, member = "", text = ""]) => [member, text]));
  parseNames(scripts).forEach((script, index) => members.set(wireNames[index] ?? "", demandedSet(bodies.get(script) ?? "")));
  for (const text of bodies.values()) {
    const child = /_createPropertyObject\([\w.]+, this, "(\w+)"/.exec(text)?.[1];
    if (child !== undefined) members.set(child, demandedSet(text));
  }
  for (const [, text = ""] of body.matchAll(/\n {8}\w+\.prototype\.\w+ = function \([^)]*\) \{(.*?)\n {8}\};/gs)) {
    const method = /(?:_createMethodObject\([\w.]+, this, |_invokeMethod\(this, )"(\w+)"/.exec(text)?.[1];
    if (method !== undefined) members.set(method, demandedSet(text));
  }
  return { scalars: new Set(wireNames), members, isCollection: body.includes("_isCollection") };
}

function parseNames(list: string): readonly string[] {
  const names: unknown = JSON.parse(list);
  return Array.isArray(names) ? names.map(String) : [];
}

describe.each(objectTypes.filter(({ name }) => !FROM_TABLES.has(name)).map((type) => [type.name, type] as const))("%s", (name, type) => {
  const script = classOf(name);

  test("has no member that office.js does not call", () => {
    const unknown = [...type.properties.keys(), ...type.children.keys(), ...type.methods.keys()].filter((member) => !script.members.has(member) && member !== "_Id" && !ON_THE_WEB.includes(member));
    expect(unknown).toEqual([]);
    expect([...type.properties.keys()].filter((member) => member !== "_Id" && !script.scalars.has(member))).toEqual([]);
    expect(type.isCollection).toBe(script.isCollection);
  });

  test("declares the requirement sets that office.js demands", () => {
    const declared = new Map([...type.properties, ...type.children, ...type.methods]);
    const different = [...declared].filter(([member, set]) => (script.members.get(member) ?? null) !== null && script.members.get(member) !== set);
    expect(different.map(([member, set]) => `${member}: ${set}, office.js ${script.members.get(member) ?? ""}`)).toEqual([]);
  });
});

test("every type is listed once", () => {
  const names = objectTypes.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
