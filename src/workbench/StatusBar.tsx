/** The bottom line: what Excel is doing, figures of the selection, and the add-in's traffic. */

import { Tooltip } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Book, Change } from "../embedded/book/book";
import { selectionFigures } from "./grid/figures";
import { useChanges } from "./useChanges";
import { useWords } from "./words";

/** Counts of the messages between add-in and Excel. */
export interface TrafficTotals {
  readonly syncs: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

export interface StatusBarProps {
  readonly book: Book;
  readonly state: string;
  readonly readTraffic: () => TrafficTotals;
  readonly resetTraffic: () => void;
}

const STATISTICS_CHANGES: ReadonlySet<Change["kind"]> = new Set(["selection", "sheet-activated", "edited", "calculated"]);
/** Milliseconds between looks at the traffic. */
const TRAFFIC_INTERVAL = 500;

export function StatusBar({ book, state, readTraffic, resetTraffic }: StatusBarProps) {
  const t = useWords();
  useChanges(book, STATISTICS_CHANGES);
  const { count, numbers, sum } = selectionFigures(book);
  const { syncs, bytesIn, bytesOut } = useTraffic(readTraffic);
  const figure = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 10 });
  return (
    <footer className="status-bar">
      <span role="status">{state}</span>
      <span className="statistics">
        {numbers > 1 && <span>{t("workbench.status.average", { value: figure.format(Number((sum / numbers).toPrecision(15))) })}</span>}
        {count > 1 && <span>{t("workbench.status.count", { value: figure.format(count) })}</span>}
        {numbers > 1 && <span>{t("workbench.status.sum", { value: figure.format(sum) })}</span>}
      </span>
      <Tooltip content={t("workbench.status.traffic.tip")} relationship="description">
        <button type="button" className="traffic" onClick={resetTraffic}>
          {t("workbench.status.traffic", { syncs, received: bytes(bytesIn, t.locale), sent: bytes(bytesOut, t.locale) })}
        </button>
      </Tooltip>
    </footer>
  );
}

function useTraffic(read: () => TrafficTotals): TrafficTotals {
  const [totals, setTotals] = useState<TrafficTotals>({ syncs: 0, bytesIn: 0, bytesOut: 0 });
  useEffect(() => {
    const timer = setInterval(() => {
      const now = read();
      setTotals((shown) => (shown.syncs === now.syncs && shown.bytesIn === now.bytesIn ? shown : now));
    }, TRAFFIC_INTERVAL);
    return () => clearInterval(timer);
  }, [read]);
  return totals;
}

function bytes(count: number, locale: string): string {
  const [value, unit] = count < 1024 ? [count, "byte"] : count < 1024 * 1024 ? [count / 1024, "kilobyte"] : [count / 1024 / 1024, "megabyte"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: value < 10 && unit !== "byte" ? 1 : 0 }).format(value);
}
