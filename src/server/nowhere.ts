import { countIn, joined, without, type NumberRange } from '../shared/std/ranges.ts'
import type { Nowhere } from '../shared/sync/protocol.ts'
import type { Device } from './auth.ts'
import { takeBackNotice, tellLead } from './notices.ts'
import type { Transaction } from './sql/sql.ts'

/** Most ranges kept of one device; a laptop that lost more than that has lost everything, and the first gap says so. */
const mostKept = 500
const noticeKey = 'numbers'

/**
 * A laptop asks about numbers that it has nowhere (SPEC SY30). Answers which of those it wrote are not here either, tells the
 * lead of them, and takes that back when they have turned up. What was once passed over is nobody's loss.
 * @param ids the device, and what it was before it became a device of its own (SPEC SY25)
 */
export async function answerNowhere(
  tx: Transaction,
  device: Device,
  ids: readonly string[],
  asked: readonly Nowhere[],
  nowMs: number,
): Promise<{ nowhere: NumberRange[]; known: Nowhere[] }> {
  const absent = await absentOf(tx, device.team, ids, asked)
  const passedOver = joined([...device.nowhere, ...absent].filter((one) => !one.sure))
  const nowhere = without(
    absent.filter((one) => one.sure),
    passedOver,
  )
  const known = [...marked(passedOver, false), ...marked(joined([...device.nowhere.filter((one) => one.sure), ...nowhere]), true)]
  await tx.query('update device set nowhere = $3::jsonb where team = $1 and id = $2', [
    device.team,
    device.id,
    JSON.stringify(known.slice(0, mostKept)),
  ])
  await tell(tx, device, nowhere, nowMs)
  return { nowhere, known }
}

async function tell(tx: Transaction, device: Device, nowhere: readonly NumberRange[], nowMs: number): Promise<void> {
  const [first, last] = [nowhere[0]?.first, nowhere.at(-1)?.last]
  if (first === undefined || last === undefined) return takeBackNotice(tx, device.team, device.id, 'numbersMissing', noticeKey, nowMs)
  const data = { count: countIn(nowhere), first, last }
  await tellLead(tx, device.team, { device: device.id, kind: 'numbersMissing', data, key: noticeKey }, nowMs)
}

/** Those of the numbers that stand in neither log nor held list, as ranges. */
async function absentOf(tx: Transaction, team: string, ids: readonly string[], asked: readonly Nowhere[]): Promise<Nowhere[]> {
  const found = await tx.query<Nowhere>(
    `select a.sure, (g.before + 1)::int8 as first, (g.next - 1)::int8 as last
     from jsonb_to_recordset($3::jsonb) as a(first int8, last int8, sure boolean)
     cross join lateral (
       select s.sequence as next, lag(s.sequence, 1, a.first - 1) over (order by s.sequence) as before from (
         select sequence from change_log where team = $1 and device = any($2::uuid[]) and sequence between a.first and a.last
         union select sequence from held where team = $1 and device = any($2::uuid[]) and sequence between a.first and a.last
         union select a.last + 1
       ) s
     ) g
     where g.next - g.before > 1 order by 2`,
    [team, ids, JSON.stringify(asked)],
  )
  return found.map(({ first, last, sure }) => ({ first: Number(first), last: Number(last), sure }))
}

function marked(ranges: readonly NumberRange[], sure: boolean): Nowhere[] {
  return ranges.map((range) => ({ ...range, sure }))
}
