/** Something that is told: these unknown numbers together make that. */
export interface Told {
  of: readonly string[]
  makes: number
}

/**
 * What somebody works out from sums that are told, who knows that every unknown is a whole number from nought up. Two ways are tried: adding
 * and taking away whole lines (is the wanted sum in the span of what is told?), and narrowing each unknown by what the others leave it.
 * It knows nothing of how numbers are hidden. @returns of each wanted sum its number, or null
 */
export function workedOut(told: readonly Told[], wanted: readonly (readonly string[])[]): (number | null)[] {
  const names = [...new Set([...told.flatMap((one) => one.of), ...wanted.flat()])]
  const at = new Map(names.map((name, nth) => [name, nth]))
  const rows = reduced(told.map((one) => vectorOf(one.of, at, one.makes)))
  const [low, high] = narrowed(told, at)
  return wanted.map((one) => bySums(rows, vectorOf(one, at, 0)) ?? byNarrowing(one, at, low, high))
}

const tiny = 1e-7

function vectorOf(of: readonly string[], at: ReadonlyMap<string, number>, makes: number): Float64Array {
  const vector = new Float64Array(at.size + 1)
  for (const name of of) vector[at.get(name)!] = 1
  vector[at.size] = makes
  return vector
}

/** Gaussian elimination: each row with the place of its first number. */
function reduced(vectors: readonly Float64Array[]): { lead: number; row: Float64Array }[] {
  const rows: { lead: number; row: Float64Array }[] = []
  for (const vector of vectors) {
    const left = without(rows, vector.slice())
    const lead = left.findIndex((value, nth) => nth < left.length - 1 && Math.abs(value) > tiny)
    if (lead < 0) continue
    const by = left[lead]!
    rows.push({ lead, row: left.map((value) => value / by) })
    rows.sort((a, b) => a.lead - b.lead)
  }
  return rows
}

function without(rows: readonly { lead: number; row: Float64Array }[], vector: Float64Array): Float64Array {
  for (const { lead, row } of rows) {
    const times = vector[lead]!
    if (Math.abs(times) > tiny) for (let nth = 0; nth < vector.length; nth++) vector[nth]! -= times * row[nth]!
  }
  return vector
}

function bySums(rows: readonly { lead: number; row: Float64Array }[], wanted: Float64Array): number | null {
  const left = without(rows, wanted)
  const rest = left.subarray(0, -1)
  return rest.every((value) => Math.abs(value) < tiny) ? Math.round(-left.at(-1)!) : null
}

function narrowed(told: readonly Told[], at: ReadonlyMap<string, number>): [Float64Array, Float64Array] {
  const [low, high] = [new Float64Array(at.size), new Float64Array(at.size).fill(Infinity)]
  for (let changed = true; changed;) {
    changed = false
    for (const { of, makes } of told) {
      for (const name of of) {
        const others = of.filter((one) => one !== name).map((one) => at.get(one)!)
        const here = at.get(name)!
        const least = makes - others.reduce((sum, one) => sum + high[one]!, 0)
        const most = makes - others.reduce((sum, one) => sum + low[one]!, 0)
        if (least > low[here]!) [low[here], changed] = [least, true]
        if (most < high[here]!) [high[here], changed] = [most, true]
      }
    }
  }
  return [low, high]
}

function byNarrowing(wanted: readonly string[], at: ReadonlyMap<string, number>, low: Float64Array, high: Float64Array): number | null {
  const [least, most] = [low, high].map((bound) => wanted.reduce((sum, name) => sum + bound[at.get(name)!]!, 0)) as [number, number]
  return least === most ? least : null
}
