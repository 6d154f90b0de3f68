/** The sheet's charts, drawn over the grid as Excel shows them; they follow its scrolling, and the cells they show. */

import { useEffect, useMemo, useReducer, useState } from "react";
import type { RefObject } from "react";
import type { Change, Sheet } from "../../embedded/book/book";
import { chartsOf } from "../../embedded/book/charts";
import type { Chart } from "../../embedded/book/charts";
import { cellsFrame, viewportOf, whenDrawn } from "../grid/component-page";
import { useChanges } from "../useChanges";
import { useWords } from "../words";
import { chartData } from "./chart-data";
import "./charts.css";
import { chartOption } from "./drawing";
import type * as engineModule from "./engine";
import { placeOf } from "./place";

type Engine = Pick<typeof engineModule, "chartPicture">;

/** What may move a chart or change what it shows; formulas are calculated with the cells they read. */
const KINDS: ReadonlySet<Change["kind"]> = new Set<Change["kind"]>([
  "edited", "rows-inserted", "rows-deleted", "columns-inserted", "columns-deleted", "cells-inserted", "cells-deleted", "format", "row-hidden", "column-hidden",
  "sizes", "sorted", "filtered", "sheet-added", "sheet-deleted", "sheet-renamed", "view", "calculated", "chart-added", "chart-deleted", "chart-changed",
]);

interface Props {
  readonly sheet: Sheet;
  /** Holds the grid component. */
  readonly frame: RefObject<HTMLElement | null>;
}

export function ChartLayer({ sheet, frame }: Props) {
  const count = useChanges(sheet.book, KINDS);
  const charts = useMemo(() => {
    void count;
    return chartsOf(sheet);
  }, [sheet, count]);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [engine, setEngine] = useState<Engine | null>(null);
  const needed = charts.length > 0;

  useEffect(() => {
    if (!needed) return;
    let alive = true;
    void import("./engine").then((loaded) => {
      if (alive) setEngine(loaded);
    });
    return () => {
      alive = false;
    };
  }, [needed]);

  useEffect(() => {
    const element = frame.current;
    if (!needed || element === null) return;
    // Scrolling does not bubble; the component's own scroll bars move it.
    element.addEventListener("scroll", redraw, true);
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    const stopWaiting = whenDrawn(element, redraw);
    return () => {
      stopWaiting();
      element.removeEventListener("scroll", redraw, true);
      observer.disconnect();
    };
  }, [needed, frame]);

  if (!needed || engine === null || frame.current === null) return null;
  const view = viewportOf(frame.current);
  const cells = cellsFrame(frame.current);
  if (view === null || cells === null) return null;
  // The component measures itself a moment after the page around it has changed.
  const height = Math.min(view.height, frame.current.clientHeight - cells.top);
  return (
    <div className="charts" style={{ left: cells.left, top: cells.top, width: view.width, height }}>
      {charts.map((chart) => {
        const { clip, ...place } = placeOf(sheet, chart.position, view);
        return (
          <div key={chart.id} className="chart-clip" style={clip}>
            <div className="chart" style={place}>
              <Picture chart={chart} engine={engine} width={place.width} height={place.height} />
            </div>
          </div>
        );
      })}
    </div>
  );
}

function Picture({ chart, engine, width, height }: { readonly chart: Chart; readonly engine: Engine; readonly width: number; readonly height: number }) {
  const words = useWords();
  const { option, title } = useMemo(() => {
    const data = chartData(chart);
    return { option: chartOption(data), title: data.title ?? chart.name };
  }, [chart]);
  const picture = useMemo(() => (option === null || width < 1 || height < 1 ? null : engine.chartPicture(option, width, height)), [engine, option, width, height]);
  if (option === null) return <p className="chart-note">{words("workbench.chart-not-drawn", { title, type: chart.type })}</p>;
  // The library writes names and labels as text, never as elements.
  return <div role="img" aria-label={title} dangerouslySetInnerHTML={{ __html: picture ?? "" }} />;
}
