import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/shared/records/colleague.ts'
import { recordNames } from '../../src/shared/records/index.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { day, openTwoGroups, type TwoGroups } from '../support/twoGroups.ts'

let surgery: Surgery
let two: TwoGroups
const id = v7()
const words = 'He hits me when I come home late'
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => Date.parse(`${day}T10:00:00Z`) })
  two = await openTwoGroups(surgery)
  const { facilitator } = two.laptops
  const fields = { groupId: two.mine.group, sessionId: two.mine.session, on: day, said: 'kiosk', change: 'harder', forLead: true, leadWords: words }
  const { results } = await facilitator.exchange([facilitator.write('voice', id, fields)])
  if (results[0]?.state !== 'accepted') throw new Error('a facilitator’s answer is not taken in')
})
afterAll(() => surgery.close())

/** What a new laptop of this colleague is told in its first load: whether the words are in it, and the fields of the answer. */
async function loaded(role: Role | 'otherFacilitator') {
  const rows = (await (await surgery.enrol(two.laptops[role].joined.colleague.id)).load()).flatMap((page) => page.rows)
  const fields = Object.keys(rows.find((one) => one.id === id)?.fields ?? {}).sort()
  return { words: JSON.stringify(rows).includes(words), fields }
}
const told = async (role: Role) => (await two.laptops[role].exchange()).changes.find((one) => one.row === id)

describe('[story 33] a disclosure goes to a person, not to a list', () => {
  test('only the lead is told the words; a link worker that there are some; a facilitator nothing, not even who wrote it down', async () => {
    expect(await loaded('lead')).toMatchObject({ words: true, fields: expect.arrayContaining(['leadWords']) })
    expect(await loaded('linkWorker')).toEqual({ words: false, fields: ['change', 'forLead', 'groupId', 'on', 'said', 'sessionId'] })
    const nothing = { words: false, fields: [] }
    expect([await loaded('facilitator'), await loaded('otherFacilitator')]).toEqual([nothing, nothing])
    expect(Object.keys((await told('linkWorker'))!.fields)).not.toContain('leadWords')
    expect(await told('facilitator')).toBeUndefined()
  })

  test('the lead alone says that it was read; nobody rewrites what was said; a facilitator of another group writes none here', async () => {
    const { linkWorker, lead, facilitator, otherFacilitator } = two.laptops
    const looks = { lookedAt: `${day}T10:00:00Z`, lookedBy: linkWorker.joined.colleague.id }
    const by = async (laptop: typeof lead, row: string, fields: object) => {
      const [result] = (await laptop.exchange([laptop.write('voice', row, fields as never)])).results
      return result?.state === 'held' ? result.code : result?.state
    }
    expect(await by(linkWorker, id, looks)).toBe('notAllowed')
    expect(await by(linkWorker, id, { change: 'better' })).toBe('notAllowed')
    expect(await by(facilitator, id, { voidedBecause: 'x' })).toBe('notAllowed')
    expect(await by(lead, id, { ...looks, lookedBy: lead.joined.colleague.id, lookedWords: 'Raised a concern' })).toBe('accepted')
    const foreign = { groupId: two.mine.group, sessionId: two.mine.session, on: day, said: 'kiosk', change: 'same' }
    expect(await by(otherFacilitator, v7(), foreign)).toBe('outOfReach')
  })
})

test('[stories 33 and 34] a facilitator, of a partner too, hears nothing of stories, agreements and where things are shown', async () => {
  const rows = (await (await surgery.enrol(two.laptops.facilitator.joined.colleague.id)).load()).flatMap((page) => page.rows)
  const heard = new Set(rows.map((one) => one.record))
  expect(recordNames.filter((name) => ['story', 'useAgreement', 'showing'].includes(name) && heard.has(name))).toEqual([])
})
