/** Charts of ours in a file's workbook (`workbook/sheet-layout`). */

import { MARK_COLOUR, type LayoutChart } from "../workbook/sheet-layout";
import { fixedReference } from "../workbook/sheet-place";
import { findSheet, type Sheet } from "../embedded/book/book";
import { addChart, changeChart, chartsOf, deleteChart } from "../embedded/book/charts";
import { changeAxis, setSeriesColor } from "../embedded/book/chart-looks";
import { geometry } from "../embedded/book/sizes";

export function removeCharts(sheet: Sheet, charts: readonly LayoutChart[]): void {
  const names = new Set(charts.map(({ name }) => name));
  for (const chart of chartsOf(sheet)) if (names.has(chart.name)) deleteChart(chart);
}

export function putCharts(sheet: Sheet, charts: readonly LayoutChart[]): void {
  for (const { name, title, shape, area, categories, series, numberFormat, mark } of charts) {
    const [first] = series;
    if (first === undefined) continue;
    const source = { sheet: findSheet(sheet.book, first.values.sheetName) ?? sheet, range: first.values.range };
    const isBar = shape === "bar";
    const made = changeChart(addChart(sheet, isBar ? "BarClustered" : "ColumnClustered", source, "Columns"), {
      name,
      title,
      legend: series.length > 1 ? "Bottom" : null,
      position: geometry(sheet, area),
      series: series.map((one) => ({ name: one.name, values: fixedReference(one.values), categories: fixedReference(categories) })),
    });
    series.forEach(({ color }, i) => setSeriesColor(made, i, color));
    if (isBar) changeAxis(made, "category", { reversed: true, labelEvery: 1 });
    changeAxis(made, "value", { numberFormat, ...(mark === null ? {} : { majorUnit: mark.value, minimum: mark.from ?? null, maximum: mark.to ?? null, gridlineColor: MARK_COLOUR, title: mark.name }) });
  }
}
