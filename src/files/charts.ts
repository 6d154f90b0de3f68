/** Charts of ours in a file's workbook (`workbook/sheet-layout`). */

import type { LayoutChart } from "../workbook/sheet-layout";
import { fixedReference } from "../workbook/sheet-place";
import { findSheet, type Sheet } from "../embedded/book/book";
import { addChart, changeChart, chartsOf, deleteChart } from "../embedded/book/charts";
import { geometry } from "../embedded/book/sizes";

export function removeCharts(sheet: Sheet, charts: readonly LayoutChart[]): void {
  const names = new Set(charts.map(({ name }) => name));
  for (const chart of chartsOf(sheet)) if (names.has(chart.name)) deleteChart(chart);
}

export function putCharts(sheet: Sheet, charts: readonly LayoutChart[]): void {
  for (const { name, title, shape, area, categories, series } of charts) {
    const source = { sheet: findSheet(sheet.book, categories.sheetName) ?? sheet, range: categories.range };
    const made = addChart(sheet, shape === "bar" ? "BarClustered" : "ColumnClustered", source, "Columns");
    changeChart(made, {
      name,
      title,
      legend: series.length > 1 ? "Bottom" : null,
      position: geometry(sheet, area),
      series: series.map((one) => ({ name: one.name, values: fixedReference(one.values), categories: fixedReference(categories) })),
    });
  }
}
