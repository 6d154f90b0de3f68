/** The data flows one way: no module imports what imports it. Lint knows the folders; this knows the files. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const SRC = path.join(__dirname, "../src");
/** Excel's objects lead to each other: a range to its worksheet, a worksheet to its ranges. */
const EXCEPT = "embedded/objects/";

const modules = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/u.test(file) && !file.startsWith(EXCEPT));

/** Types are gone when the code runs, and may name each other. */
function importsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(SRC, file), "utf8"), ts.ScriptTarget.ESNext);
  return source.statements.flatMap((statement) => {
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) || isOfTypes(statement)) return [];
    const from = statement.moduleSpecifier;
    return from !== undefined && ts.isStringLiteral(from) && from.text.startsWith(".") ? [from.text] : [];
  }).flatMap((name) => {
    const bare = path.join(path.dirname(file), name);
    return [`${bare}.ts`, `${bare}.tsx`].filter((candidate) => existsSync(path.join(SRC, candidate)));
  });
}

function isOfTypes(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (clause === undefined) return false;
  const { namedBindings } = clause;
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword
    || (clause.name === undefined && namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly));
}

/** The first way found that leads from a module back to it. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const search = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = search(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  return modules.map((file) => search(file, [])).find((circle) => circle.length > 0) ?? [];
}

test("no module imports, by whatever way, what imports it", () => {
  const imports = new Map(modules.map((file) => [file, importsOf(file)]));
  expect([...imports.values()].flat().length).toBeGreaterThan(modules.length);
  expect(circleIn(imports)).toEqual([]);
});
