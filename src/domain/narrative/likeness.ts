/** Of the characters of `name`, the share that `words` has too, each counted once: 0 to 1. */
export function likeness(name: string, words: string): number {
  const left = [...words];
  const characters = [...name];
  let found = 0;
  for (const character of characters) {
    const at = left.indexOf(character);
    if (at < 0) continue;
    left.splice(at, 1);
    found += 1;
  }
  return characters.length === 0 ? 0 : found / characters.length;
}
