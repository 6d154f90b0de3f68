/** Charts of ours in Excel (`workbook/sheet-layout`); what they show stays linked to the cells. */

import { MARK_COLOUR, type LayoutChart, type SheetPlace } from "../../workbook/sheet-layout";
import { getRange } from "../ranges";

/** Those that are still there. */
export function removeCharts(sheet: Excel.Worksheet, charts: readonly LayoutChart[]): void {
  for (const { name } of charts) sheet.charts.getItemOrNullObject(name).delete();
}

export function addChart(sheet: Excel.Worksheet, { name, title, shape, area, categories, series, numberFormat, mark }: LayoutChart): void {
  const cells = ({ sheetName, range }: SheetPlace): Excel.Range => getRange(sheet.context.workbook.worksheets.getItem(sheetName), range);
  const [first] = series;
  if (first === undefined) return;
  const isBar = shape === "bar";
  const chart = sheet.charts.add(isBar ? "BarClustered" : "ColumnClustered", cells(first.values), "Columns");
  chart.name = name;
  chart.title.text = title;
  chart.setPosition(getRange(sheet, { ...area, bottom: area.top, right: area.left }), getRange(sheet, { ...area, top: area.bottom, left: area.right }));
  series.forEach((one, i) => {
    // Excel counts the first series as made with the chart; of the others nothing may be asked before they have values.
    const added = i === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    added.setValues(cells(one.values));
    added.setXAxisValues(cells(categories));
    added.name = one.name;
    added.format.fill.setSolidColor(one.color);
  });
  chart.legend.visible = series.length > 1;
  if (series.length > 1) chart.legend.position = "Bottom";
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.numberFormat = numberFormat;
  if (isBar) {
    categoryAxis.reversePlotOrder = true;
    categoryAxis.tickLabelSpacing = 1;
  }
  if (mark === null) return;
  valueAxis.majorUnit = mark.value;
  if (mark.from !== undefined) valueAxis.minimum = mark.from;
  if (mark.to !== undefined) valueAxis.maximum = mark.to;
  valueAxis.majorGridlines.format.line.color = MARK_COLOUR;
  valueAxis.title.text = mark.name;
}
