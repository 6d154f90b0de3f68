/** Things by what they belong to, in their order. Things whose key is null belong to nothing. */
export function grouped<K, T>(things: Iterable<T>, keyOf: (thing: T) => K | null): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
