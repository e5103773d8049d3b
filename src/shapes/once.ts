/** Makes a value when somebody asks for it the first time. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The same for each key. */
export function onceFor<K, T>(make: (key: K) => T & {}): (key: K) => T & {} {
  const made = new Map<K, T & {}>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
