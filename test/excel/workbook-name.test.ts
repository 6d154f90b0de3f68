import { fileNameIn } from "../../src/excel/office";

test.each([
  ["https://intranet.example/sites/财务/2016%20预算%EF%BC%88终%EF%BC%89.xlsx?web=1", "2016 预算（终）.xlsx"],
  ["https://intranet.example/100%.xlsx", "100%.xlsx"],
  ["C:\\财务\\预算#1.xlsx", "预算#1.xlsx"],
  ["\\\\server\\share\\预算.xlsx", "预算.xlsx"],
  ["/Users/lin/预算?.xlsx", "预算?.xlsx"],
  ["预算.xlsx", "预算.xlsx"],
  ["", ""],
])("the file's name in %s", (url, name) => expect(fileNameIn(url)).toBe(name));
