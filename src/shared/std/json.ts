/**
 * A value as text, its keys in order: equal values give equal text wherever they were stored (PostgreSQL's jsonb puts the
 * keys into an order of its own).
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isObject(inner) ? inOrder(inner) : inner)) ?? ''
}

/** Whether JSON can say a value as it is: no undefined, no function, no number without an end; and nothing in it that a copy would lose. */
export function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value === 'object' && Object.entries(value).every(([name, inner]) => name !== '__proto__' && isJson(inner))
}

/** Whether two values are the same, the order of their keys aside. Makes no text of them: lists ask it of each row after every tick. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, at) => sameJson(one, b[at]))
  if (!isObject(a) || !isObject(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]))
}

/**
 * What came, made of the parts of what was there before wherever they are the same: who looks at a part sees by its identity
 * that nothing changed. The same value comes back whole when nothing did.
 */
export function keptWhereSame<Value>(before: unknown, now: Value): Value {
  if (before === now) return now
  if (Array.isArray(now)) {
    if (!Array.isArray(before)) return now
    const kept = keptInList(before, now)
    return (before.length === kept.length && kept.every((one, at) => one === before[at]) ? before : kept) as Value
  }
  if (!isObject(now) || !isObject(before)) return now
  const names = Object.keys(now)
  const kept = Object.fromEntries(
    names.map((name) => [name, keptWhereSame(Object.hasOwn(before, name) ? before[name] : undefined, (now as Record<string, unknown>)[name])]),
  )
  return (
    names.length === Object.keys(before).length && names.every((name) => Object.hasOwn(before, name) && kept[name] === before[name]) ? before : kept
  ) as Value
}

/** A list in which somebody may have come or gone: each part is compared with the one that stood there, or one place beside. */
function keptInList(before: readonly unknown[], now: readonly unknown[]): unknown[] {
  let shift = 0
  return now.map((one, at) => {
    for (const by of [shift, shift - 1, shift + 1]) {
      const old = before[at + by]
      if (!sameJson(old, one)) continue
      shift = by
      return old
    }
    return keptWhereSame(before[at + shift], one)
  })
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inOrder(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
