import { useCallback, useLayoutEffect, useRef, type UIEvent } from "react";
import type { View } from "../state/session";

/** One scrolling region for all views: each comes back where it was left, and is first seen from its top. */
export function useScrollPlaces(region: HTMLElement | null, view: View): (event: UIEvent<HTMLElement>) => void {
  const places = useRef(new Map<View, number>());
  useLayoutEffect(() => {
    region?.scrollTo({ top: places.current.get(view) ?? 0 });
  }, [region, view]);
  return useCallback(({ currentTarget }) => void places.current.set(view, currentTarget.scrollTop), [view]);
}
