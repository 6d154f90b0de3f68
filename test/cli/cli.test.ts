/** The command line: what it prints, and what it answers the shell; as a process where being one matters. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { command, type CommandResult } from "../../src/cli/command";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { createFilePort } from "../../src/files/port";
import { checkExecution } from "../../src/pipeline/check";
import { computeWorkbook } from "../../src/pipeline/compute";
import { storedChoices } from "../../src/pipeline/prepare";
import type { Report } from "../../src/pipeline/report";
import { EMPTY_REVIEW, reviewFindings, reviewToJson, withDismissal, type Review } from "../../src/pipeline/review";
import { EMPTY_LEDGER, serialiseLedger } from "../../src/workbook/ledger";
import { bookOf, goodBook } from "../support/good-book";

const ROOT = path.join(__dirname, "../..");
const SAMPLE = path.join(ROOT, "assets/samples/budget-execution-2016.xlsx");
const TEXT = path.join(ROOT, "assets/samples/report-2016.txt");
const folder = mkdtempSync(path.join(os.tmpdir(), "budget-execution-cli-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));
jest.setTimeout(60_000);

const PROCESS = [path.join(ROOT, "src/cli/start.js")];

function file(name: string, bytes: Uint8Array | string): string {
  const at = path.join(folder, name);
  writeFileSync(at, bytes);
  return at;
}

function reportOf({ output }: CommandResult): Report {
  return JSON.parse(output) as Report;
}

describe("exit codes", () => {
  test("0 where it ran, whatever it found", async () => {
    const { code, output: out, told } = await command([SAMPLE, "--text", TEXT]);
    expect([code, told]).toEqual([0, []]);
    expect(out).toContain("[错误] 项目完成情况 B23: “综合治理经费”支出 182.14 万元，预算 98.81 万元，超支 83.33 万元，执行率 184.33%，超出 84.33 个百分点。");
    expect(out).toContain("[错误] 重点投入 C9 · 正文第 652 行“占2016年预算全部支出7,349.67万元的95.10%”: 文中写的是 95.10%，“重点投入”表合计的占比是 90.74%。");
  });

  test("3 where errors were found and --strict asks about them; the output is the same", async () => {
    const [plain, strict] = [await command([SAMPLE, "--json"]), await command([SAMPLE, "--json", "--strict"])];
    expect([plain.code, strict.code]).toEqual([0, 3]);
    expect(strict.output).toBe(plain.output);
  });

  test("0 with --strict where nothing is wrong", async () => {
    const { code, output: out } = await command([file("good.xlsx", await saveBook(goodBook())), "--strict", "--cutoff", "2016-12-31", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ tables: [{ rows: [{ rate: "99.50" }, { rate: "99.60" }] }], findings: [] });
    expect(code).toBe(0);
  });

  test("0 for a workbook without budgets: it is checked, and no rates are computed; 2 where they are asked for in a file", async () => {
    const rows = [["项目", "本年支出合计", "其中：基本支出", "其中：项目支出"], ["教育", 30, 10, 20], ["卫生", 12, 5, 7], ["文化", 9, 4, 5], ["住房", 8, 4, 5], ["合计", 60, 23, 37]];
    const input = file("settlement.xlsx", await saveBook(bookOf("支出决算表", rows)));
    const { code, output: out, told } = await command([input, "--json"]);
    expect(code).toBe(0);
    expect(told).toEqual(["没有一张表同时有预算数和支出数，不能计算执行率；合计、各部分之和等已经检查", expect.stringContaining("支出决算表 A1:D6: 这张表没有认出预算数一列。")]);
    expect(reportOf({ output: out, told, code })).toMatchObject({ tables: [{ address: "A1:D6", basis: null, rows: [], total: null }] });
    expect(reportOf({ output: out, told, code }).findings.map(({ rule, address, expected, actual }) => [rule, address, expected, actual].join(" "))).toEqual(["parts-mismatch B5 9 8", "total-mismatch B6 59 60"]);
    expect((await command([input, "--out", path.join(folder, "settlement-out.xlsx")])).code).toBe(2);
  });

  test.each<readonly [what: string, args: () => readonly string[], line: RegExp]>([
    ["no file", () => [], /^没有写要处理的工作簿。用法：cli -- IN\.xlsx .*--text REPORT\.docx.*--strict/u],
    ["a text that is not there", () => [SAMPLE, "--text", "没有.txt"], /^没有\.txt: 找不到文件。/u],
    ["a Word document as text", () => [SAMPLE, "--text", file("report.docx", readFileSync(SAMPLE))], /report\.docx: 这个文件读不出文字。.*UTF-8/u],
    ["a text as workbook", () => [TEXT], /report-2016\.txt: 这不是 \.xlsx 工作簿。/u],
    ["an option that there is not", () => [SAMPLE, "--texts", TEXT], /^没有 --texts 这个选项。用法：cli/u],
  ])("2 and one line for %s", async (_what, args, line) => {
    const { code, output: out, told } = await command([...args(), "--strict"]);
    expect([code, out, told.length]).toEqual([2, "", 1]);
    expect(told[0]).toMatch(line);
  });
});

test("what is wrong with the options is said in the language chosen, and in both where that is what is wrong", async () => {
  const [english, neither] = [await command([SAMPLE, "--texts", TEXT, "--lang", "en-US"]), await command([SAMPLE, "--lang", "fr"])];
  expect([english.code, neither.code]).toEqual([2, 2]);
  expect(english.told).toEqual([expect.stringMatching(/^There is no option --texts\. Usage: cli/u)]);
  expect(neither.told).toEqual([expect.stringMatching(/^参数不对：--lang fr。/u), expect.stringMatching(/^Wrong argument: --lang fr\. /u)]);
});

test("--help prints the usage", async () => {
  const { code, output: out, told } = await command(["--help"]);
  expect([code, told]).toEqual([0, []]);
  expect(out).toMatch(/^用法：cli -- IN\.xlsx .*\n$/u);
});

test("as a process it prints to stdout, says problems on stderr, and answers with the code", () => {
  const printed = spawnSync(process.execPath, [...PROCESS, SAMPLE, "--strict", "--json"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1e8 });
  expect([printed.status, printed.stderr, (JSON.parse(printed.stdout) as Report).tables.length]).toEqual([3, "", 7]);
  const refused = spawnSync(process.execPath, [...PROCESS, "没有.xlsx"], { cwd: ROOT, encoding: "utf8" });
  expect([refused.status, refused.stdout, refused.stderr]).toEqual([2, "", "没有.xlsx: 找不到文件。请检查文件名和所在的文件夹。\n"]);
});

test("0 where the reader of the output has gone", async () => {
  const child = spawn(process.execPath, [...PROCESS, SAMPLE], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  const told = text(child.stderr);
  const [code] = await once(child, "close");
  expect([code, await told]).toEqual([0, ""]);
});

describe("findings for machines", () => {
  test("name their cell, the words of the text, or both", async () => {
    const { findings } = reportOf(await command([SAMPLE, "--text", TEXT, "--json"]));
    const of = (wanted: string, line: number | null) => findings.filter(({ rule, kind, text }) => `${rule} ${kind ?? ""}`.trim() === wanted && (text?.line ?? null) === line)
      .map(({ sheet, address, text, expected, actual }) => [sheet, address, text?.quote, expected, actual]);
    expect(of("over-execution", null)).toEqual([["项目完成情况", "B23", undefined, "98.81", "182.14"]]);
    expect(of("narrative-mismatch two-wholes", 652)).toEqual([[null, null, "2016年预算全部支出7,349.67万元", "23349.93", "7349.67"]]);
    expect(of("narrative-mismatch class-unchanged", 1208)).toEqual([["调整后预算", "D36", "调整减少预算105.31万元", null, "602.98"]]);
    expect(of("missing-in-text uncovered-line", null)).toEqual([["调整后预算", "B40", undefined, "0.11", null]]);
  });
});

test("what people decided in the workbook counts: a limit they set, a finding they dismissed, a text they kept", async () => {
  const opened = await openBook(readFileSync(SAMPLE));
  if (!opened.ok) throw new Error(opened.problem.code);
  const { book } = opened.value;
  const port = createFilePort(book);
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const execution = computeWorkbook(read.value, storedChoices(read.value));
  const { findings } = checkExecution(read.value, execution, { settings: EMPTY_REVIEW.settings, text: null, confirmed: [] });
  const over = reviewFindings(findings, execution.tables, read.value, EMPTY_REVIEW).filter(({ finding }) => finding.rule === "over-execution");
  const decided: Review = { ...EMPTY_REVIEW, settings: { off: ["text-number"], values: {} }, text: { text: "综合治理经费支出182.14万元，预算98.81万元，完成全年预算的18.43%。", source: "", cells: null } };
  const review = over.reduce((sofar, { mark }) => withDismissal(sofar, mark, "已补办手续", "2017-01-05"), decided);
  const stored = serialiseLedger({ ...EMPTY_LEDGER, review: reviewToJson(review) });
  if (!stored.ok) throw new Error(stored.problem.code);
  await port.apply([{ kind: "stored", expected: null, stored: stored.value }]);
  const result = await command([file("decided.xlsx", await saveBook(book)), "--json"]);
  const rules = new Set(reportOf(result).findings.map(({ rule }) => rule));
  expect(over).toHaveLength(1);
  expect([rules.has("over-execution"), rules.has("text-number"), rules.has("narrative-mismatch"), rules.has("no-execution")]).toEqual([false, false, true, true]);
  expect(result.told).toEqual(["另有 1 个问题已在工作簿里注明理由并忽略，没有列出"]);
});
