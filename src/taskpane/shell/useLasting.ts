import { useEffect, useState } from "react";

/** Milliseconds that something takes without anybody minding. */
const SHORT = 300;

/** Whether this has been so for longer than a moment, so that what is over at once never flickers; `isLong` where it is known that it will. */
export function useLasting(isSo: boolean, isLong = false): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setLasting(true), SHORT);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [isSo]);
  return isSo && (isLasting || isLong);
}
