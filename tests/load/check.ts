import { isDeepStrictEqual } from 'node:util'
import type { AcceptedChange, Change } from '../../src/shared/changes/change.ts'
import { fold } from '../../src/shared/changes/fold.ts'
import { keyOf, type Row, type RowKey } from '../../src/shared/changes/row.ts'
import { zeroChain } from '../../src/shared/sync/protocol.ts'
import { hashOf, linkAfter } from '../../src/server/hash.ts'
import type { Sql } from '../../src/server/sql/sql.ts'

/** What is wrong with a team's log and rows; all zero when nothing is. */
export interface Faults {
  lost: number
  doubled: number
  /** Held although nothing was wrong with them. */
  held: number
  gaps: number
  brokenLinks: number
  /** Rows that are not the fold of the log. */
  otherRows: number
}

interface Line {
  id: string
  revision: number
  effective: string
  chain: string
  body: Change
}

/** Reads the whole log and all rows, and holds them against what was sent (SPEC SY2, SY3, SY5, SY9, SY21). */
export async function faultsIn(sql: Sql, team: string, sent: readonly Change[]): Promise<Faults> {
  return sql.transaction({ team }, async (tx) => {
    const log = await tx.query<Line>('select id, revision, effective, chain, body from change_log where team = $1 order by revision', [team])
    const held = await tx.query<{ id: string }>('select id from held where team = $1', [team])
    const rows = await tx.query<{ body: Row }>('select body from record_row where team = $1', [team])
    const kept = [...log, ...held].map((one) => one.id)
    const known = new Set(kept)
    return {
      lost: sent.filter((change) => !known.has(change.id)).length,
      doubled: kept.length - known.size,
      held: held.length,
      gaps: log.filter((line, place) => line.revision !== place + 1).length,
      brokenLinks: brokenLinks(log),
      otherRows: otherRows(
        log,
        rows.map((one) => one.body),
      ),
    }
  })
}

function brokenLinks(log: readonly Line[]): number {
  return log.filter(({ body, chain }, place) => chain !== linkAfter(log[place - 1]?.chain ?? zeroChain, hashOf(body))).length
}

function otherRows(log: readonly Line[], rows: readonly Row[]): number {
  const folded = new Map<RowKey, Row>()
  for (const { body, effective, revision } of log) {
    const change: AcceptedChange = { ...body, effective, revision }
    folded.set(keyOf(body.record, body.row), fold(folded.get(keyOf(body.record, body.row)), change))
  }
  const other = rows.filter((row) => !isDeepStrictEqual(row, folded.get(keyOf(row.record, row.id)))).length
  return other + Math.abs(folded.size - rows.length)
}
