/** The browser's storage, in memory: `room` is how many characters its keys and values may have. */
export function memoryStorage(room = 5_000_000): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      const others = [...items].reduce((sum, [name, text]) => (name === key ? sum : sum + name.length + text.length), 0);
      if (others + key.length + value.length > room) throw new DOMException("no room", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}
