/** The members of Excel's API that source names, found by the TypeScript compiler: called, read, written, or asked for in `load("…")`. */

import { dirname, join } from "node:path";
import ts from "typescript";

export interface UsedApi {
  /** "Range.values" */
  readonly name: string;
  /** "1.13" of "[Api set: ExcelApi 1.13]"; null where the documentation names none. */
  readonly set: string | null;
  /** Of the first use: "src/excel/read.ts:40". */
  readonly where: string;
  /** Under `isSetSupported("ExcelApi", set)` of at least its own set. */
  readonly guarded: boolean;
}

const ROOT = join(__dirname, "../../..");
const OFFICE_TYPES = join(dirname(require.resolve("@types/office-js/package.json")), "index.d.ts");
const OPTIONS: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: ["office-js"], skipLibCheck: true, lib: ["lib.es2023.d.ts", "lib.dom.d.ts"] };

/** @param files paths; texts stand in for files that are not there */
export function usedApis(files: readonly string[], texts: Readonly<Record<string, string>> = {}): UsedApi[] {
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file in texts || fileExists(file);
  host.getSourceFile = (file, version) => (texts[file] === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, texts[file], version, true));
  const program = ts.createProgram([...files, OFFICE_TYPES], OPTIONS, host);
  const checker = program.getTypeChecker();
  const found = new Map<string, UsedApi>();

  const note = (symbol: ts.Symbol | undefined, at: ts.Node): void => {
    for (const declaration of symbol?.declarations ?? []) {
      const owner = declaration.parent;
      if (declaration.getSourceFile().fileName !== OFFICE_TYPES || !isMember(declaration) || !(ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner)) || !inExcel(owner)) continue;
      const name = `${owner.name?.text ?? ""}.${declaration.name.getText()}`;
      const set = setOf(declaration) ?? setOf(owner);
      const guarded = set !== null && isGuarded(at, set);
      const known = found.get(name);
      if (known !== undefined && (!known.guarded || guarded)) continue;
      const file = at.getSourceFile();
      found.set(name, { name, set, guarded, where: `${file.fileName.replace(`${ROOT}/`, "")}:${file.getLineAndCharacterOfPosition(at.getStart()).line + 1}` });
    }
  };

  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), node);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const property = node.propertyName ?? node.name;
      if (ts.isIdentifier(property)) note(checker.getTypeAtLocation(node.parent).getProperty(property.text), node);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === "load") {
      const loaded = checker.getTypeAtLocation(node.expression.expression);
      for (const argument of node.arguments) for (const text of stringsIn(argument)) for (const path of text.split(",")) notePath(loaded, path.trim(), node);
    }
    ts.forEachChild(node, visit);
  };

  /** "format/fill/color" on a range; "items/name" on a collection. */
  const notePath = (from: ts.Type, path: string, at: ts.Node): void => {
    let type = from;
    for (const step of path.split("/")) {
      const symbol = type.getProperty(step);
      if (symbol === undefined) return;
      if (step !== "items") note(symbol, at);
      const next = checker.getTypeOfSymbolAtLocation(symbol, at);
      type = step === "items" ? (checker.getIndexTypeOfType(next, ts.IndexKind.Number) ?? next) : next;
    }
  };

  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source !== undefined) visit(source);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Member = ts.MethodDeclaration | ts.PropertyDeclaration | ts.GetAccessorDeclaration | ts.PropertySignature | ts.MethodSignature;

function isMember(node: ts.Declaration): node is Member {
  return ts.isMethodDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isGetAccessor(node) || ts.isPropertySignature(node) || ts.isMethodSignature(node);
}

/** Loading, and what every object has, are office.js's own and no API of the host. */
function inExcel(owner: ts.ClassDeclaration | ts.InterfaceDeclaration): boolean {
  const space = owner.parent.parent;
  return ts.isModuleDeclaration(space) && space.name.getText() === "Excel" && owner.name?.text !== "RequestContext";
}

function setOf(node: ts.Node): string | null {
  const documentation = ts.getJSDocCommentsAndTags(node).map((entry) => entry.getText()).join("\n");
  return /\[Api set: ExcelApi ([\d.]+)/i.exec(documentation)?.[1] ?? null;
}

function stringsIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(stringsIn);
  return [];
}

/** Inside the branch of a condition that asks for this set or a later one. */
function isGuarded(node: ts.Node, set: string): boolean {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    const condition = ts.isIfStatement(parent) && parent.thenStatement === at ? parent.expression : ts.isConditionalExpression(parent) && parent.whenTrue === at ? parent.condition : null;
    const asked = condition === null ? null : /isSetSupported\(\s*"ExcelApi"\s*,\s*"([\d.]+)"/.exec(condition.getText());
    if (asked?.[1] !== undefined && compareSets(asked[1], set) >= 0) return true;
  }
  return false;
}

/** Negative where the first set is the earlier. */
export function compareSets(a: string, b: string): number {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [a, b].map((set) => set.split(".").map(Number)) as [number[], number[]];
  return major - otherMajor || minor - otherMinor;
}
