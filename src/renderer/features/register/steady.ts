/** A row where it was; `gone` when it is no longer in the list and only keeps its place. */
export interface SteadyRow<Row> {
  row: Row
  gone: boolean
}

export interface SteadyRules<Row> {
  idOf(row: Row): string
  /** Where new rows appear. */
  newAt: 'start' | 'end'
  /** Whether a new row may appear while somebody points at the list. */
  mayJoin(row: Row): boolean
}

/**
 * Keeps a list still under the hand: rows keep their order and place, what has gone leaves its place empty, and what is new
 * appears where it does not push, or waits.
 */
export function steady<Row>(before: readonly SteadyRow<Row>[], now: readonly Row[], rules: SteadyRules<Row>): SteadyRow<Row>[] {
  const current = new Map(now.map((row) => [rules.idOf(row), row]))
  const kept = before.map(({ row }) => {
    const id = rules.idOf(row)
    const same = current.get(id)
    current.delete(id)
    return same ? { row: same, gone: false } : { row, gone: true }
  })
  const joining = [...current.values()].filter((row) => rules.mayJoin(row)).map((row) => ({ row, gone: false }))
  return rules.newAt === 'start' ? [...joining, ...kept] : [...kept, ...joining]
}

/** The list as it is, for when nobody points at it. */
export function settled<Row>(now: readonly Row[]): SteadyRow<Row>[] {
  return now.map((row) => ({ row, gone: false }))
}
