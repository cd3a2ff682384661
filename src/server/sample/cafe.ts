import { dateOf, type PlainDate } from '../../shared/std/dates.ts'
import { grouped } from '../../shared/std/grouped.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { sampleId } from './data.ts'

/** Every so many times that somebody is at the walk they are asked over the drinks how sure they are. */
const askedEvery = 5
const minute = 60_000

/**
 * How sure people of the walk said at the café that they are: surer the longer they come, to a limit of their own. Made of their ids, so that no
 * other sample changes with it. @param registers what was written of sessions @param from the day on which the team began to ask
 */
export function askedAtCafe(registers: readonly DatedDraft[], groupId: string, from: PlainDate): DatedDraft[] {
  const sessions = new Set(registers.flatMap((one) => (one.record === 'session' && one.fields['groupId'] === groupId ? [one.row] : [])))
  const signIns = registers.filter((one) => one.record === 'signIn' && one.fields['arrivedAt'] && sessions.has(String(one.fields['sessionId'])))
  const since = signIns.filter((one) => dayOf(one) >= from)
  return [...grouped(since, (one) => String(one.fields['personId'])).values()].flatMap((own) =>
    own.filter((_, nth) => nth % askedEvery === 0).map((one, nth) => answerOf(one, nth)),
  )
}

const dayOf = (signIn: DatedDraft) => dateOf(String(signIn.fields['arrivedAt']))

function answerOf(signIn: DatedDraft, nth: number): DatedDraft {
  const { personId, sessionId, byId, arrivedAt } = signIn.fields as Record<string, string>
  const [first, most] = [2 + (parseInt(personId!.slice(0, 4), 16) % 4), 6 + (parseInt(personId!.slice(4, 8), 16) % 4)]
  const atMs = Date.parse(arrivedAt!) + 75 * minute
  const fields = { personId, sessionId, byId, value: Math.min(most, first + nth), on: dayOf(signIn), at: new Date(atMs).toISOString() }
  return { record: 'cafeConfidence', row: sampleId('cafeConfidence', signIn.row), atMs, fields: fields as DatedDraft['fields'] }
}
