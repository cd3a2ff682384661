import type { Row } from '../shared/changes/row.ts'
import { idSchema } from '../shared/std/schemas.ts'
import { recordNames } from '../shared/records/index.ts'
import { snapshotPage, type SnapshotPage } from '../shared/sync/protocol.ts'
import { readHead } from './append.ts'
import { authenticate, type Device } from './auth.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './hash.ts'
import { binder, chainAt } from './page.ts'
import { readFor } from './secondLock.ts'
import { epochFor, rowFor, sightOf, withinSight, type Sight } from './sight.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** Before every id. */
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * In which order this server gives records. A load that began in another one (a release has a record more) would go on behind rows it
 * never had, so it begins again.
 */
const order = sha256(recordNames.join()).slice(0, 8)

/** Where a first load is: opaque to the laptop, and worth nothing to anybody else. */
interface Token {
  epoch: string
  /** The revision when the first page was read: from there the exchanges go on. */
  revision: number
  total: number
  record: string
  id: string
}

/** A row, and whose it is. */
interface Placed {
  body: Row
  group: string | null
}

/**
 * One page of a first load: current rows in key order (SPEC SY19). A token of another epoch or another sight begins
 * again from the first page. Throws `Refusal` signedOut or refused. @param nowMs the server's clock
 */
export function snapshot(
  sql: Sql,
  team: string,
  token: string,
  asked: { team: string; after?: string | undefined },
  nowMs: number,
): Promise<SnapshotPage> {
  return sql.transaction({ team }, async (tx) => {
    const device = await authenticate(tx, team, token, nowMs, false)
    if (asked.team !== team || device.revoked || !device.role) throw new Refusal('refused')
    const sight = await sightOf(tx, team, device.colleague, device.role, nowMs, device.sightVersions)
    const epoch = epochFor(device.epoch, sight)
    await readFor(tx, sight)
    const from = goingOn(asked.after, epoch) ?? (await beginning(tx, device, sight, epoch))
    return pageFrom(tx, team, sight, from)
  })
}

function goingOn(after: string | undefined, epoch: string): Token | null {
  if (after === undefined) return null
  const [at, revision, total, record, id, its] = after.split('_')
  const areNumbers = [revision, total].every((one) => /^\d{1,15}$/.test(one ?? ''))
  if (at !== epoch || its !== order || !record || !id || !areNumbers) return null
  if (!recordNames.some((name) => name === record) || (!idSchema.safeParse(id).success && id !== beforeAll)) return null
  return { epoch, revision: Number(revision), total: Number(total), record, id }
}

/**
 * The order is read before any row, so that what changes in between comes again with the exchanges; twice is
 * harmless.
 */
async function beginning(tx: Transaction, device: Device, sight: Sight, epoch: string): Promise<Token> {
  const { revision } = await readHead(tx, device.team)
  const { values, bind } = binder([device.team])
  const [found] = await tx.query<{ total: number }>(
    `select count(*) as total from record_row r where r.team = $1 and ${withinSight('r', sight, bind)}`,
    values,
  )
  await tx.query('update device set sight = $3 where team = $1 and id = $2', [device.team, device.id, sight.print])
  return { epoch, revision, total: found?.total ?? 0, record: recordNames[0] as string, id: beforeAll }
}

async function pageFrom(tx: Transaction, team: string, sight: Sight, from: Token): Promise<SnapshotPage> {
  const rows: Placed[] = []
  const first = recordNames.findIndex((name) => name === from.record)
  for (let place = first; place < recordNames.length && rows.length <= snapshotPage; place++) {
    const after = place === first ? from.id : beforeAll
    rows.push(...(await readRows(tx, team, sight, recordNames[place] as string, after, snapshotPage + 1 - rows.length)))
  }
  const chain = await chainAt(tx, team, from.revision)
  if (chain === undefined) throw new Error('impossible: no chain at the revision of the first page')
  const { epoch, total, revision } = from
  const kept = rows.slice(0, snapshotPage)
  const next = rows.length > snapshotPage ? { next: nextToken(from, (kept.at(-1) as Placed).body) } : {}
  return { epoch, total, revision, chain, rows: kept.map(({ body, group }) => rowFor(sight, body, group)), ...next }
}

function nextToken({ epoch, revision, total }: Token, last: Row): string {
  return [epoch, revision, total, last.record, last.id, order].join('_')
}

function readRows(tx: Transaction, team: string, sight: Sight, record: string, after: string, most: number): Promise<Placed[]> {
  const { values, bind } = binder([team, record, after, most])
  return tx.query<Placed>(
    `select r.body, r.group_id as "group" from record_row r where r.team = $1 and r.record = $2 and r.id > $3 and ${withinSight('r', sight, bind)}
     order by r.id limit $4`,
    values,
  )
}
