/** Things by what they have in common, in their order. `Map.groupBy` is younger than the oldest engine we run in (Chromium 108). */
export function grouped<Thing>(things: readonly Thing[], common: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const key = common(thing)
    const same = groups.get(key)
    if (same) same.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}
