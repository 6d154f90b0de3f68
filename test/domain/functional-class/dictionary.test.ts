import { classKey, codesNamed, divisionNames, isFunctionCode, namesEver, officialName } from "../../../src/domain/functional-class/dictionary";
import { parseProjectCode } from "../../../src/domain/functional-class/project-code";
import { NAMES } from "../../../src/domain/functional-class/names";
import { printedSheets } from "../../support/sample";

test("names are those of their year", () => {
  expect(officialName("207", 2016)).toBe("文化体育与传媒支出");
  expect(officialName("207", 2019)).toBe("文化旅游体育与传媒支出");
  expect(officialName("210", 2018)).toBe("医疗卫生与计划生育支出");
  expect(officialName("210", 2021)).toBe("卫生健康支出");
  expect(officialName("21005", 2016)).toBe("医疗保障");
  expect(officialName("21005", 2017)).toBeNull();
  expect(officialName("20828", 2018)).toBeNull();
});

test("what is not known is not guessed", () => {
  expect(officialName("2999999", 2016)).toBeNull();
  expect(officialName("201", 2010)).toBeNull();
  expect(officialName("toString", 2016)).toBeNull();
  expect(namesEver("2999999")).toEqual([]);
});

test("the report's codes and names of 2016 are in it", () => {
  const rows = printedSheets().find(({ name }) => name === "跟踪项目")?.rows.slice(3, -1) ?? [];
  expect(rows).toHaveLength(25);
  for (const [, , code = "", name] of rows) expect(officialName(code, 2016)).toBe(name);
});

test("every code is a class, a division or an item, and those above it are known as well", () => {
  for (const code of Object.keys(NAMES)) {
    expect(isFunctionCode(code)).toBe(true);
    expect(namesEver(code.slice(0, 3))).not.toEqual([]);
  }
});

test("divisions of a year by their five digits", () => {
  expect(divisionNames(2016).get("21005")).toBe("医疗保障");
  expect(divisionNames(2017).has("21005")).toBe(false);
  expect([...divisionNames(2016).keys()].every((code) => code.length === 5)).toBe(true);
});

test("names that differ in typing or in their last word are one", () => {
  expect(classKey("社会保障和就业 支出（类）")).toBe(classKey("社会保障和就业"));
  expect(classKey("其他支出")).toBe("其他");
  expect(codesNamed("城乡医疗救助")).toEqual(["2100509", "2101301"]);
});

test("project codes of 22 and 23 digits", () => {
  expect(parseProjectCode("2016210050926900130096")).toEqual({ year: 2016, functionCode: "2100509", unit: "26900130", serial: "096" });
  expect(parseProjectCode("20162010399269001301652")).toMatchObject({ functionCode: "2010399", serial: "1652" });
  for (const other of ["", "2010350", "201621005092690013009", "2016910050926900130096", "2016210050926900130096X"]) expect(parseProjectCode(other)).toBeNull();
});
