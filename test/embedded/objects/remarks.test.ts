// Comments and charts, documented at learn.microsoft.com/javascript/api/excel/excel.comment and excel.chart
import { bookOf, failureOf, officeOn } from "../../support/office";

describe("comments", () => {
  test("with replies, found by cell and by id", async () => {
    const { Excel } = officeOn(bookOf({ One: [["a"]], Two: [] }));
    await Excel.run(async (context) => {
      const { comments, worksheets } = context.workbook;
      const comment = comments.add("One!A1", "why?").load("id,content,resolved");
      const reply = comment.replies.add("because").load("id,content");
      await context.sync();
      expect([comment.content, comment.resolved, reply.content]).toEqual(["why?", false, "because"]);
      const byCell = comments.getItemByCell("One!A1").load("id");
      const byReply = comments.getItemByReplyId(reply.id).load("id");
      const place = comment.getLocation().load("address");
      const elsewhere = worksheets.getItem("Two").comments.getCount();
      comment.content = "why not?";
      comment.resolved = true;
      const again = worksheets.getItem("One").comments.getItem(comment.id).load("content,resolved,replies/items/content");
      await context.sync();
      expect([byCell.id, byReply.id, place.address, elsewhere.value]).toEqual([comment.id, comment.id, "One!A1", 0]);
      expect([again.content, again.resolved, again.replies.items.map(({ content }) => content)]).toEqual(["why not?", true, ["because"]]);
      again.delete();
      const gone = comments.getItemOrNullObject(comment.id);
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test("a cell has one at most, and only one cell is commented", async () => {
    const { Excel } = officeOn([]);
    await Excel.run(async ({ workbook }) => void workbook.comments.add("Sheet1!A1", "one"));
    const second = await failureOf(Excel.run(async ({ workbook }) => void workbook.comments.add("Sheet1!A1", "two")));
    const several = await failureOf(Excel.run(async ({ workbook }) => void workbook.comments.add("Sheet1!B1:B2", "two")));
    expect([second.code, several.code, several.location]).toEqual(["InvalidArgument", "InvalidArgument", "CommentCollection.add"]);
  });
});

describe("charts", () => {
  test("from data, with title, legend and place", async () => {
    const { Excel } = officeOn([["line", "budget", "spent"], ["a", 1, 2], ["b", 3, 4]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"), "Columns");
      chart.name = "执行";
      chart.title.text = "预算执行";
      chart.legend.position = "Bottom";
      chart.setPosition("E2", "H12");
      chart.load("id,name,chartType,left,top,title/text,title/visible,legend/visible,legend/position,worksheet/name");
      chart.series.load("count,items/name");
      const corner = sheet.getRange("E2").load("left,top");
      const values = chart.series.getItemAt(1).getDimensionValues("Values");
      await context.sync();
      expect([chart.name, chart.chartType, chart.title.text, chart.title.visible, chart.legend.visible, chart.legend.position, chart.worksheet.name]).toEqual([
        "执行", "ColumnClustered", "预算执行", true, true, "Bottom", "Sheet1",
      ]);
      expect([chart.left, chart.top]).toEqual([corner.left, corner.top]);
      expect([chart.series.count, chart.series.items.map(({ name }) => name), values.value]).toEqual([2, ["budget", "spent"], [2, 4]]);
      chart.title.visible = false;
      const again = sheet.charts.getItem("执行").load("id,title/visible");
      await context.sync();
      expect([again.id, again.title.visible]).toEqual([chart.id, false]);
      again.delete();
      const [gone, count] = [sheet.charts.getItemOrNullObject("执行"), sheet.charts.getCount()];
      await context.sync();
      expect([gone.isNullObject, count.value]).toEqual([true, 0]);
    });
  });

  test("series are added with their values and categories", async () => {
    const { Excel } = officeOn([["x", "y"], ["a", 1], ["b", 2]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const chart = sheet.charts.add("Line", sheet.getRange("A1:B3"));
      const series = chart.series.add("twice");
      series.setValues(sheet.getRange("B2:B3"));
      series.setXAxisValues(sheet.getRange("A2:A3"));
      const [values, categories, count] = [series.getDimensionValues("Values"), series.getDimensionValues("Categories"), chart.series.getCount()];
      await context.sync();
      expect([values.value, categories.value, count.value]).toEqual([[1, 2], ["a", "b"], 2]);
    });
  });
});
