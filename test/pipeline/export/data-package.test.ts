import Ajv from "ajv";
import DRAFT_4 from "ajv/lib/refs/json-schema-draft-04.json";
import fc from "fast-check";
import { csvFile, type CsvValue } from "../../../src/pipeline/export/package/csv";
import type { TableBlock } from "../../../src/domain/summary/model";
import { dataPackage } from "../../../src/pipeline/export/package/data-package";
import SCHEMA from "../../schemas/fiscal-data-package.json";
import { collected, table } from "./small-tables";

const BUDGET = table("budget", ["code", "name", "original", "adjusted"], [
  [0, ["201", "一般公共服务支出", "75", "120.35"]],
  [1, ["20101", "人大事务", "65.41", "118.3"]],
  [1, ["20102", "政协事务", "9.59", "2.05"]],
  [0, ["", "年初预留", "450", ""]],
  [0, ["", "合计", "525", "120.35"]],
]);
const EXECUTION = table("execution", ["code", "name", "budget", "spent"], [[0, ["20101", "人大事务", "118.3", "71.16"]], [0, ["2010350", "事业运行", "", "-1.5"]]]);
const PROJECTS = table("projects", ["code", "name", "unit", "class-code", "class", "original", "adjusted", "spent"], [[0, ["0012", "=装修,改造", "区第一中学", "2010350", "事业运行", "400", "420", "81.7"]], [0, ["", "合计", "", "", "", "400", "420", "81.7"]]]);

test("budgets that only the table of execution tells are told by it, once", () => {
  const whole = table("execution", ["code", "name", "original", "budget", "spent"], [[0, ["20101", "人大事务", "100", "118.3", "71.16"]]]);
  const phases = (...blocks: readonly TableBlock[]): readonly string[] | null | undefined => dataPackage(collected(...blocks))[1]?.text.match(/(?:approved|adjusted|executed),[\d.]+/gu);
  expect(phases(whole)).toEqual(["approved,100", "adjusted,118.3", "executed,71.16"]);
  expect(phases(table("budget", ["code", "name", "original"], [[0, ["20101", "人大事务", "99"]]]), whole)).toEqual(["approved,99", "adjusted,118.3", "executed,71.16"]);
});

test("a record for every line and phase, as a whole", () => {
  const [, budget, projects] = dataPackage(collected(BUDGET, EXECUTION, PROJECTS));
  expect(budget).toEqual({ name: "budget.csv", text: "\uFEFF" + [
    "year,cut_off,organisation,class_1_code,class_1,class_2_code,class_2,class_3_code,class_3,part,phase,amount,unit",
    "2016,2016-12-31,长沟街道,201,一般公共服务支出,20101,人大事务,,,,approved,65.41,万元",
    "2016,2016-12-31,长沟街道,201,一般公共服务支出,20101,人大事务,,,,adjusted,118.3,万元",
    "2016,2016-12-31,长沟街道,201,一般公共服务支出,20102,政协事务,,,,approved,9.59,万元",
    "2016,2016-12-31,长沟街道,201,一般公共服务支出,20102,政协事务,,,,adjusted,2.05,万元",
    "2016,2016-12-31,长沟街道,,年初预留,,,,,,approved,450,万元",
    "2016,2016-12-31,长沟街道,201,,20101,人大事务,,,,executed,71.16,万元",
    "2016,2016-12-31,长沟街道,201,,20103,,2010350,事业运行,,executed,-1.5,万元",
    "",
  ].join("\r\n") });
  expect(projects).toEqual({ name: "projects.csv", text: "\uFEFF" + [
    "year,cut_off,organisation,project_code,project,project_unit,class_code,class,phase,amount,unit",
    "2016,2016-12-31,长沟街道,0012,\"'=装修,改造\",区第一中学,2010350,事业运行,approved,400,万元",
    "2016,2016-12-31,长沟街道,0012,\"'=装修,改造\",区第一中学,2010350,事业运行,adjusted,420,万元",
    "2016,2016-12-31,长沟街道,0012,\"'=装修,改造\",区第一中学,2010350,事业运行,executed,81.7,万元",
    "",
  ].join("\r\n") });
});

test("the description names every file and column, with the unit's factor", () => {
  const [file, ...tables] = dataPackage(collected(BUDGET, EXECUTION, PROJECTS));
  const described = JSON.parse(file?.text ?? "") as { profile: string; name: string; resources: { path: string; schema: { fields: { name: string; columnType?: string; factor?: number; currency?: string }[] } }[] };
  expect(file?.name).toBe("datapackage.json");
  expect(described).toMatchObject({ profile: "tabular-data-package", name: "budget-execution-2016", countryCode: "CN", fiscalPeriod: { start: "2016-01-01", end: "2016-12-31" }, sources: [{ title: "预算.xlsx" }, { title: "2016 预算!A1:D5" }] });
  expect(described.resources.map(({ path }) => path)).toEqual(tables.map(({ name }) => name));
  described.resources.forEach(({ schema: { fields } }, i) => {
    expect(tables[i]?.text.slice(1).split("\r\n")[0]).toBe(fields.map(({ name }) => name).join(","));
    expect(fields.filter(({ columnType }) => columnType === "value")).toMatchObject([{ name: "amount", currency: "CNY", factor: 10_000 }]);
    expect(fields.filter(({ columnType }) => columnType === "phase:id").map(({ name }) => name)).toEqual(["phase"]);
  });
});

describe("the official schema of Fiscal Data Packages", () => {
  const ajv = new Ajv({ schemaId: "id", meta: false, unknownFormats: "ignore", allErrors: true, validateSchema: false, logger: false });
  ajv.addMetaSchema(DRAFT_4);
  const validate = ajv.compile(SCHEMA);
  const errorsOf = (described: object): string[] => (validate(described) === true ? [] : (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`));

  test.each([
    ["classes and projects", collected(BUDGET, EXECUTION, PROJECTS)],
    ["projects only", collected(PROJECTS)],
    ["neither unit, year, cut-off nor organisation", { ...collected(BUDGET), facts: { ...collected(BUDGET).facts, organisation: "", unit: "" as const, year: null, cutOff: null } }],
  ])("agrees with the description of %s", (_, given) => expect(errorsOf(JSON.parse(dataPackage(given)[0]?.text ?? "") as object)).toEqual([]));

  test("sees what is wrong", () => {
    const described = JSON.parse(dataPackage(collected(BUDGET))[0]?.text ?? "") as { model: { measures: Record<string, { currency: string }> }; resources: { name: string }[] };
    const [measure] = Object.keys(described.model.measures);
    if (measure !== undefined) described.model.measures[measure] = { currency: "yuan" };
    described.resources[0]!.name = "按功能分类";
    expect(errorsOf(described).length).toBeGreaterThan(2);
  });

  test("the model names columns that are there", () => {
    const described = JSON.parse(dataPackage(collected(BUDGET, EXECUTION, PROJECTS))[0]?.text ?? "") as {
      resources: { name: string; schema: { fields: { name: string }[] } }[];
      model: { measures: Record<string, { source: string; resource: string }>; dimensions: Record<string, { primaryKey: string[]; attributes: Record<string, { source: string; resource: string }> }> };
    };
    const { measures, dimensions } = described.model;
    expect(Object.keys(measures)).toEqual(["budget_amount", "projects_amount"]);
    expect(Object.entries(dimensions).map(([name, { primaryKey }]) => `${name}: ${primaryKey.join(" ")}`)).toEqual([
      "budget_date: year", "budget_administrative_classification: organisation", "budget_functional_classification: class_1_code class_2_code class_3_code", "budget_phase: phase",
      "projects_date: year", "projects_administrative_classification: organisation project_unit", "projects_activity: project_code", "projects_phase: phase",
    ]);
    const columns = new Set(described.resources.flatMap(({ name, schema }) => schema.fields.map((field) => `${name}.${field.name}`)));
    for (const { source, resource } of [...Object.values(measures), ...Object.values(dimensions).flatMap(({ attributes }) => Object.values(attributes))]) expect(columns).toContain(`${resource}.${source}`);
  });
});

test("what the workbook does not have is not there", () => {
  expect(dataPackage(collected()).map(({ name }) => name)).toEqual(["datapackage.json"]);
  const [, spent] = dataPackage(collected(table("projects", ["name", "original", "spent"], [[0, ["甲", "", "1"]], [0, ["乙", "2", ""]]])));
  expect(spent?.text.match(/[甲乙].*(?=,万元)/gu)).toEqual(["甲,,,,executed,1", "乙,,,,approved,2"]);
});

test("no text is calculated when the file is opened, whatever it holds; numbers stay numbers", () => {
  const nasty = fc.oneof(fc.string({ unit: "binary" }), fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", " =", "＝", "'="), fc.string()).map((parts) => parts.join("")));
  const value = fc.oneof(nasty.map((words): CsvValue => ({ kind: "text", text: words })), fc.integer().map((number): CsvValue => ({ kind: "number", digits: String(number) })));
  fc.assert(fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { maxLength: 4 }), (rows) => {
    const read = readCsv(csvFile(["a", "b"], rows));
    expect(read).toHaveLength(rows.length + 1);
    rows.forEach((row, r) => row.forEach((cell, c) => {
      const field = read[r + 1]?.[c] ?? "";
      if (cell.kind === "number") expect(field).toBe(cell.digits);
      else if (cell.kind === "text") {
        expect(field).not.toMatch(/^[=+\-@\t\r]/u);
        expect(field.replace(/^'/u, "")).toBe(cell.text.replace(/^'/u, ""));
      }
    }));
  }));
});

/** As RFC 4180 has it. */
function readCsv(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, quoted, plain, end] of file.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    void whole;
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll("\"\"", "\""));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
