import type { Json } from '../../src/shared/changes/change.ts'
import type { Row } from '../../src/shared/changes/row.ts'
import { definitions } from '../../src/shared/records/index.ts'

/** A line of the log, as far as this looks. */
interface Line {
  effective: string
  body: unknown
}

/** Two values that two people wrote down stand beside each other until somebody settles it (SPEC SY11): what the record files say, boxes of a plan too. */
const besideEachOther: Record<string, readonly string[]> = Object.fromEntries(
  Object.entries(definitions).map(([name, one]) => [name, one.sideBySide]),
)

interface Written {
  at: string
  replaces: readonly string[]
}

/**
 * Throws unless each value that nobody has seen and replaced is still there. Said a second time and in another way than the fold
 * says it, as a check that folds with the same fold finds whatever it does right.
 */
export function checkSides(log: readonly Line[], rows: readonly Row[]): void {
  for (const row of rows) {
    for (const field of besideEachOther[row.record] ?? []) {
      const expected = openOf(writtenOf(log, row, field))
      const shown = (row.sides?.[field]?.values ?? []).map(([at]) => at).sort()
      if (expected.join() !== shown.join())
        throw new Error(`side by side: ${expected.length} values of ${row.record}.${field} stand, ${shown.length} are there`)
    }
  }
}

function writtenOf(log: readonly Line[], { record, id }: Row, field: string): Written[] {
  return log.flatMap(({ effective, body }) => {
    const change = body as { record: string; row: string; fields: Record<string, Json>; basedOn?: Record<string, string[]> }
    const couldSee = (at: string) => deviceOf(at) !== deviceOf(effective) || at < effective // its own, by a clock that the server did not believe
    return change.record === record && change.row === id && field in change.fields
      ? [{ at: effective, replaces: (change.basedOn?.[field] ?? []).filter(couldSee) }]
      : []
  })
}

/**
 * Moments of the values that stand: not replaced by name, and not written over by the same laptop later. What is named alone counts for
 * nothing later: it may be of a history that a server has no more (seed 711282).
 */
function openOf(written: readonly Written[]): string[] {
  const replaced = new Set(written.flatMap((one) => one.replaces))
  const latest = new Map<string, string>()
  for (const { at } of written) if (at > (latest.get(deviceOf(at)) ?? '')) latest.set(deviceOf(at), at)
  return [...new Set(written.map((one) => one.at))].filter((at) => !replaced.has(at) && latest.get(deviceOf(at)) === at).sort()
}

/** The last part of a stamp says who wrote. */
function deviceOf(stamp: string): string {
  return stamp.split('.').at(-1) ?? ''
}
