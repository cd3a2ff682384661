import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/shared/records/colleague.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { day, openTwoGroups, type TwoGroups } from '../support/twoGroups.ts'

let surgery: Surgery
let two: TwoGroups
const id = v7()
const fieldsOf = (who: TwoGroups['laptops'][Role], more: object = {}) => ({
  ...{ personId: two.mine.member, sessionId: two.mine.session, value: 3, on: day },
  ...{ at: `${day}T11:20:00Z`, byId: who.joined.colleague.id, ...more },
})
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => Date.parse(`${day}T12:00:00Z`) })
  two = await openTwoGroups(surgery)
  const { facilitator } = two.laptops
  const { results } = await facilitator.exchange([facilitator.write('cafeConfidence', id, fieldsOf(facilitator) as never)])
  if (results[0]?.state !== 'accepted') throw new Error(`a facilitator’s answer is not taken in: ${JSON.stringify(results)}`)
})
afterAll(() => surgery.close())

async function loaded(role: Role | 'otherFacilitator') {
  const rows = (await (await surgery.enrol(two.laptops[role].joined.colleague.id)).load()).flatMap((page) => page.rows)
  return rows.find((one) => one.id === id)?.fields ?? null
}

test('what somebody said at the café goes to link workers and leads; facilitators of the group know that they were asked, others nothing', async () => {
  expect(await loaded('lead')).toMatchObject({ value: 3, personId: two.mine.member })
  expect(await loaded('linkWorker')).toMatchObject({ value: 3 })
  expect(Object.keys((await loaded('facilitator'))!).sort()).toEqual(['at', 'byId', 'on', 'personId', 'sessionId'])
  expect(await loaded('otherFacilitator')).toBeNull()
})

test('nobody writes over an answer, or one for somebody of another group, or in another’s name; a slip is taken back', async () => {
  const { facilitator, otherFacilitator, lead } = two.laptops
  const by = async (laptop: typeof lead, row: string, fields: object) => {
    const [result] = (await laptop.exchange([laptop.write('cafeConfidence', row, fields as never)])).results
    return result?.state === 'held' ? result.code : result?.state
  }
  expect(await by(lead, id, { value: 9 })).toBe('notAllowed')
  expect(await by(otherFacilitator, v7(), fieldsOf(otherFacilitator))).toBe('outOfReach')
  expect(await by(otherFacilitator, id, { voidedBecause: 'x' })).toBe('outOfReach')
  expect(await by(facilitator, v7(), fieldsOf(lead))).toBe('notAllowed')
  expect(await by(facilitator, v7(), fieldsOf(facilitator, { value: 11 }))).toBe('invalid')
  expect(await by(facilitator, id, { voidedBecause: 'a mistake' })).toBe('accepted')
})
