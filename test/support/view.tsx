/** A part of the pane alone, in the region that scrolls. */

import "@testing-library/jest-dom";
import { FluentProvider, RendererProvider, webLightTheme } from "@fluentui/react-components";
import { act, render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { useState, type ReactNode } from "react";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale } from "../../src/i18n/translate";
import { ScrollContext } from "../../src/taskpane/shell/Scroll";
import { WordsProvider } from "../../src/taskpane/words/WordsContext";
import { layOut, settle, UNSTYLED } from "./pane";

interface Frame {
  readonly locale: Locale;
  readonly children: ReactNode;
}

function Frame({ locale, children }: Frame): ReactNode {
  const [main, setMain] = useState<HTMLElement | null>(null);
  return (
    <RendererProvider renderer={UNSTYLED}>
      <FluentProvider theme={webLightTheme}>
        <WordsProvider words={createTranslator(locale)}>
          <main ref={setMain}>
            <ScrollContext value={main}>
              <div>{children}</div>
            </ScrollContext>
          </main>
        </WordsProvider>
      </FluentProvider>
    </RendererProvider>
  );
}

export interface OpenView {
  readonly user: UserEvent;
  /** Scrolls to so many pixels from the top. */
  readonly scrollTo: (top: number) => Promise<void>;
}

export async function openView(view: ReactNode, locale: Locale = "zh-CN"): Promise<OpenView> {
  layOut();
  const { container } = render(<Frame locale={locale}>{view}</Frame>);
  await settle();
  return {
    user: userEvent.setup(),
    scrollTo: async (top) => {
      const main = container.querySelector("main");
      if (main === null) throw new Error("no region that scrolls");
      act(() => {
        main.scrollTop = top;
        main.dispatchEvent(new Event("scroll"));
      });
      await settle();
    },
  };
}
