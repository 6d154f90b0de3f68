/** The task pane at the right of the sheet: a title, an edge to drag, and the add-in's own page in a frame. */

import { Button, Tooltip } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import type { AddIn } from "../ribbon/manifest";
import type { ThemeName } from "../settings";
import { useWords } from "../words";
import { AddInFrame } from "./AddInFrame";
import type { EmbeddedExcel } from "./useEmbeddedExcel";

export interface PaneProps {
  readonly addIn: AddIn;
  readonly excel: EmbeddedExcel;
  readonly theme: ThemeName;
  /** A pane that is closed ends, as in Excel; shown again, it begins anew. */
  readonly shown: boolean;
  readonly onClose: () => void;
}

/** Pixels: as Excel opens it, and as far as Excel lets one drag it. */
const WIDTH = { first: 360, least: 320, most: 640 };
const KEY_STEP = 20;

export function Pane({ addIn, excel, theme, shown, onClose }: PaneProps) {
  const t = useWords();
  const [width, setWidth] = useState(WIDTH.first);
  const resize = (to: number): void => setWidth(Math.min(WIDTH.most, Math.max(WIDTH.least, to)));
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(document.documentElement.clientWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowLeft") resize(width + KEY_STEP);
    if (event.key === "ArrowRight") resize(width - KEY_STEP);
  };
  return (
    <aside className="pane" hidden={!shown} style={{ width }} aria-label={addIn.name}>
      <div
        className="pane-edge"
        role="separator"
        tabIndex={0}
        aria-label={t("workbench.pane.width")}
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={WIDTH.least}
        aria-valuemax={WIDTH.most}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      <div className="pane-title">
        <span>{addIn.name}</span>
        <Tooltip content={t("workbench.pane.close")} relationship="label">
          <Button appearance="subtle" size="small" icon={<Dismiss16Regular />} onClick={onClose} />
        </Tooltip>
      </div>
      {shown && <AddInFrame title={addIn.name} excel={excel} theme={theme} />}
    </aside>
  );
}
