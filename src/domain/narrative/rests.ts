/** How often long work on a text's claims rests, so that a pane goes on answering. */

const CLAIMS_BETWEEN_RESTS = 200;

/** Whether to rest at that claim. */
export function isRest(at: number): boolean {
  return at % CLAIMS_BETWEEN_RESTS === CLAIMS_BETWEEN_RESTS - 1;
}
