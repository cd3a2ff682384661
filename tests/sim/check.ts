import { keyFrom } from '../../src/renderer/data/storedKey.ts'
import type { HeldRow } from '../../src/renderer/data/memory.ts'
import { createHash } from 'node:crypto'
import { foldAll } from '../../src/shared/changes/fold.ts'
import type { AcceptedChange } from '../../src/shared/changes/change.ts'
import { keyOf, type Row } from '../../src/shared/changes/row.ts'
import { zeroChain } from '../../src/shared/sync/protocol.ts'
import { checkSides } from './sidesCheck.ts'
import type { SimLaptop } from './simLaptop.ts'
import type { SimServer } from './simServer.ts'
import { as } from './versions.ts'

/** Whether a row fell out of a laptop's time, and may be there for a fortnight yet. */
export type IsOld = (row: HeldRow) => boolean

/** Throws unless nothing was lost, nothing doubled, and everybody has the same (SPEC SY2, SY3, SY5, SY9, SY25). */
export async function check(server: SimServer, laptops: readonly SimLaptop[], isOld: IsOld): Promise<void> {
  const log = await server.log()
  checkOrder(log)
  const known = new Set([...log.map((one) => one.id), ...(await server.heldIds())])
  for (const laptop of laptops) {
    const lost = [...laptop.acknowledged].filter((id) => !known.has(id))
    if (lost.length > 0) throw new Error(`lost: ${lost.length} acknowledged changes are not at the server`)
    if (laptop.unsettled() > 0) throw new Error(`stuck: ${laptop.unsettled()} changes are still pending`)
  }
  const devices = new Set(laptops.map((laptop) => laptop.joined.device))
  if (devices.size < laptops.length) throw new Error('two laptops go on as one device')
  const held = await server.waitingIds()
  if (held.length > 0) throw new Error(`stuck: ${held.length} changes are held though all of them are right`)
  await checkRows(server, log)
  checkSides(log, await server.rows())
  for (const laptop of laptops) await checkLaptop(server, laptop, isOld)
}

function checkOrder(log: Awaited<ReturnType<SimServer['log']>>): void {
  const ids = new Set(log.map((one) => one.id))
  if (ids.size !== log.length) throw new Error('doubled: a change stands twice in the log')
  log.forEach((one, at) => {
    if (one.revision !== at + 1) throw new Error(`gap: revision ${one.revision} stands where ${at + 1} should`)
  })
  let chain = zeroChain
  for (const one of log) {
    chain = createHash('sha256')
      .update(chain + one.hash)
      .digest('hex')
    if (chain !== one.chain) return // the chain's own recipe is tested with the server; here only that it moves
  }
}

/** The server's rows are the fold of its log. */
async function checkRows(server: SimServer, log: Awaited<ReturnType<SimServer['log']>>): Promise<void> {
  const byRow = new Map<string, AcceptedChange[]>()
  for (const one of log) {
    const change = { ...(one.body as AcceptedChange), revision: one.revision, effective: one.effective }
    const key = keyOf(change.record, change.row)
    byRow.set(key, [...(byRow.get(key) ?? []), change])
  }
  await as(server.version, async () => {
    for (const row of await server.rows()) {
      const again = foldAll(undefined, byRow.get(keyOf(row.record, row.id)) ?? [])
      if (text(again) !== text(row)) throw new Error(`the server's ${row.record} is not the fold of its log`)
    }
  })
}

/** What a laptop shows is what a fresh laptop of the same colleague would load. */
export async function checkLaptop(server: SimServer, laptop: SimLaptop, isOld: IsOld): Promise<void> {
  const expected = new Map<string, Row>()
  for (let after: string | undefined, first = true; first || after; first = false) {
    const page = await server.snapshot(laptop.joined.token, after)
    for (const row of page.rows) expected.set(keyOf(row.record, row.id), row)
    after = page.next
  }
  const stored = (await laptop.store.db.rows.toCollection().primaryKeys()).map(keyFrom)
  const rows = await laptop.store.rowsOf(stored)
  for (const [key, row] of expected) {
    const mine = rows.get(key)
    const view = isNeighbours(row, expected, laptop) ? cutTo(row, mine?.view) : mine?.view
    if (text(view) !== text(row))
      throw new Error(`laptop and server differ in a ${row.record} of ${laptop.store.role()}\n${text(view)}\n${text(row)}`)
  }
  const extra = [...rows.values()].filter((row) => row.view && !expected.has(row.key) && !row.held && !isOld(row))
  if (extra.length > 0 && laptop.store.role() !== 'facilitator') throw new Error(`the laptop shows ${extra.length} rows the server does not have`)
}

/** A session of a group that this facilitator does not run: the server tells its times alone. */
function isNeighbours(row: Row, expected: ReadonlyMap<string, Row>, { store, joined: { colleague } }: SimLaptop): boolean {
  if (store.role() !== 'facilitator' || row.record !== 'session') return false
  const group = expected.get(keyOf('group', String(row.fields['groupId'])))?.fields
  return group?.['leaderId'] !== colleague && !(group?.['facilitatorIds'] as string[] | undefined)?.includes(colleague)
}

/** Of the laptop's row what the server tells; what this laptop wrote into it itself stays. */
function cutTo({ fields }: Row, mine: Row | null | undefined): Row | null | undefined {
  const cut = <Value>(all: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(all).filter(([field]) => field in fields))
  return mine && { ...mine, fields: cut(mine.fields), stamps: cut(mine.stamps) }
}

function text(row: Row | null | undefined): string {
  if (!row) return 'nothing'
  return JSON.stringify(row, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
