import { useLayoutEffect, useState, type RefObject } from "react";

/** How far below the top of all there is to scroll an element begins, in pixels. */
export function useScrollOffset(element: RefObject<HTMLElement | null>, scrollElement: HTMLElement | null): number {
  const [offset, setOffset] = useState(0);
  // What stands above it may change its height at any time, and with it the height of all there is to scroll.
  useLayoutEffect(() => {
    const content = scrollElement?.firstElementChild;
    if (scrollElement === null || content === null || content === undefined) return undefined;
    const measure = (): void => {
      if (element.current !== null) setOffset(element.current.getBoundingClientRect().top - scrollElement.getBoundingClientRect().top + scrollElement.scrollTop);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(content);
    return () => observer.disconnect();
  }, [element, scrollElement]);
  return offset;
}
