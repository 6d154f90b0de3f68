// Documented at learn.microsoft.com/javascript/api/excel/excel.settingcollection, excel.customxmlpart and excel.documentproperties
import fc from "fast-check";
import { bookOf, failureOf, officeOn } from "../../support/office";

describe("settings", () => {
  test("keep any JSON value under their key; adding again replaces", async () => {
    const { Excel } = officeOn([]);
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 20 }), fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes("Date(")), async (key, stored) => {
        await Excel.run(async (context) => {
          const { settings } = context.workbook;
          settings.add(key, "before");
          settings.add(key, stored);
          const item = settings.getItem(key).load("key,value");
          await context.sync();
          expect([item.key, item.value]).toEqual([key, JSON.parse(JSON.stringify(stored))]);
        });
      }),
      { numRuns: 30 },
    );
  });

  test("missing ones are null objects or not found; deleted ones are missing", async () => {
    const { Excel } = officeOn([]);
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("a", 1);
      const item = settings.getItemOrNullObject("b");
      const count = settings.getCount();
      settings.getItem("a").delete();
      const after = settings.getItemOrNullObject("a");
      await context.sync();
      expect([item.isNullObject, count.value, after.isNullObject]).toEqual([true, 1, true]);
    });
    const failure = await failureOf(Excel.run(async ({ workbook }) => void workbook.settings.getItem("a").load("value")));
    expect(failure).toMatchObject({ code: "ItemNotFound", location: "SettingCollection.getItem" });
  });
});

describe("custom XML parts", () => {
  const XML = '<notes xmlns="urn:example:notes"><note>一</note></notes>';

  test("are added, found by namespace, changed and deleted", async () => {
    const { Excel } = officeOn([]);
    await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add(XML).load("id,namespaceUri");
      const found = parts.getByNamespace("urn:example:notes").getOnlyItem();
      const xml = found.getXml();
      const none = parts.getByNamespace("urn:other").getOnlyItemOrNullObject();
      await context.sync();
      expect([xml.value, part.namespaceUri, none.isNullObject]).toEqual([XML, "urn:example:notes", true]);
      found.setXml(XML.replace("一", "二"));
      const changed = parts.getItem(part.id).getXml();
      await context.sync();
      expect(changed.value).toBe(XML.replace("一", "二"));
      parts.getItem(part.id).delete();
      const gone = parts.getItemOrNullObject(part.id);
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test("that are not well formed are refused", async () => {
    const { Excel } = officeOn([]);
    const failure = await failureOf(Excel.run(async ({ workbook }) => void workbook.customXmlParts.add("<open>")));
    expect(failure).toMatchObject({ code: "InvalidArgument", location: "CustomXmlPartCollection.add" });
  });
});

test("document properties, and custom ones with their types", async () => {
  const { Excel } = officeOn([]);
  await Excel.run(async (context) => {
    const { properties } = context.workbook;
    properties.set({ title: "预算", author: "someone", keywords: "a, b" });
    properties.custom.add("Unit", "万元");
    properties.custom.add("Year", 2016);
    properties.custom.add("Final", true);
    properties.load("title,author,keywords");
    properties.custom.load("items/key,items/value,items/type");
    await context.sync();
    expect([properties.title, properties.author, properties.keywords]).toEqual(["预算", "someone", "a, b"]);
    expect(properties.custom.items.map(({ key, value, type }) => [key, value, type])).toEqual([
      ["Unit", "万元", "String"],
      ["Year", 2016, "Number"],
      ["Final", true, "Boolean"],
    ]);
    properties.custom.getItem("unit").value = "元";
    const unit = properties.custom.getItem("Unit").load("value");
    const missing = properties.custom.getItemOrNullObject("none");
    await context.sync();
    expect([unit.value, missing.isNullObject]).toEqual(["元", true]);
  });
});

test("a sheet's own properties", async () => {
  const { Excel } = officeOn(bookOf({ One: [], Two: [] }));
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("One").customProperties.add("mapping", "{}");
    const own = worksheets.getItem("One").customProperties.getItem("MAPPING").load("key,value");
    const other = worksheets.getItem("Two").customProperties.getItemOrNullObject("mapping");
    await context.sync();
    expect([own.key, own.value, other.isNullObject]).toEqual(["mapping", "{}", true]);
  });
});

describe("names", () => {
  test("stand for ranges, values and formulas, of the workbook or of a sheet", async () => {
    const { Excel } = officeOn([[1, 2], [3, 4]]);
    await Excel.run(async (context) => {
      const { names } = context.workbook;
      const sheet = context.workbook.worksheets.getFirst();
      names.add("Block", sheet.getRange("A1:B2"), "all of it");
      names.add("Rate", "=0.25");
      sheet.names.add("Local", sheet.getRange("A1"));
      const block = names.getItem("block").load("name,type,scope,formula,comment,visible");
      const range = names.getItem("Block").getRange().load("address");
      const rate = names.getItem("Rate").load("type,value");
      const rateRange = names.getItem("Rate").getRangeOrNullObject();
      const local = sheet.names.getItem("Local").load("scope,formula");
      const notGlobal = names.getItemOrNullObject("Local");
      await context.sync();
      expect([block.name, block.type, block.scope, block.formula, block.comment, block.visible]).toEqual(["Block", "Range", "Workbook", "=Sheet1!$A$1:$B$2", "all of it", true]);
      expect([range.address, rate.type, rate.value, rateRange.isNullObject]).toEqual(["Sheet1!A1:B2", "Double", 0.25, true]);
      expect([local.scope, local.formula, notGlobal.isNullObject]).toEqual(["Worksheet", "=Sheet1!$A$1", true]);
    });
  });

  test("are refused when they are taken or no names", async () => {
    const { Excel } = officeOn([]);
    await Excel.run(async ({ workbook }) => void workbook.names.add("Taken", "=1"));
    const taken = await failureOf(Excel.run(async ({ workbook }) => void workbook.names.add("TAKEN", "=2")));
    const wrong = await failureOf(Excel.run(async ({ workbook }) => void workbook.names.add("A1", "=2")));
    expect([taken.code, wrong.code, wrong.location]).toEqual(["ItemAlreadyExists", "InvalidArgument", "NamedItemCollection.add"]);
  });
});
