/** Putting text on the clipboard, where the browser lets a page in a frame do so. */

/** Whether it is there. `shown` is the element that shows the text: it is selected, for copying by hand where nothing else works. */
export async function copyText(text: string, shown: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Frames without permission, as Excel on the web makes them, still let the selection be copied.
    shown?.focus();
    shown?.select();
    return typeof document.execCommand === "function" && document.execCommand("copy");
  }
}
