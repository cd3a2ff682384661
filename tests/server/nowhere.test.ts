import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { unseenNotices } from '../../src/server/notices.ts'
import { idFor } from '../support/builders.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'
import { day, openTwoGroups } from '../support/twoGroups.ts'

let surgery: Surgery
let laptop: TestLaptop
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory' })
})
afterAll(() => surgery.close())
beforeEach(async () => {
  await surgery.empty()
  laptop = await surgery.enrol()
})

const written = (sequence: number, more = {}) =>
  laptop.write('venue', idFor(`venue ${sequence}`), { name: `Place ${sequence}` }, { sequence, ...more })
const notices = () => surgery.sql.transaction({ team: surgery.team }, (tx) => unseenNotices(tx, surgery.team))
const ask = (first: number, last: number, sure = true) => laptop.exchange([], { nowhere: [{ first, last, sure }] })

describe('[SY30] numbers that a laptop has nowhere', () => {
  test('are answered with those that the server does not have either, held ones counting as had', async () => {
    await laptop.exchange([1, 2, 5].map((n) => written(n)))
    await laptop.exchange([written(7, { fields: { name: 7 } })])
    expect((await ask(1, 9)).nowhere).toEqual([
      { first: 3, last: 4 },
      { first: 6, last: 6 },
      { first: 8, last: 9 },
    ])
    expect(await notices()).toMatchObject([{ device: laptop.joined.device, kind: 'numbersMissing', data: { count: 5, first: 3, last: 9 } }])
  })

  test('do not keep haveN before them for ever', async () => {
    await laptop.exchange([1, 2].map((n) => written(n)))
    expect((await laptop.exchange([written(6)])).haveN).toBe(2)
    expect((await ask(3, 5)).haveN).toBe(6)
    expect((await laptop.exchange([written(7)])).haveN).toBe(7)
  })

  test('and were only passed over are nobody’s loss, also when the laptop has forgotten that it did so', async () => {
    await laptop.exchange([written(1), written(102)])
    expect((await ask(2, 101, false)).nowhere).toEqual([])
    expect((await ask(1, 102)).nowhere).toEqual([])
    expect([await notices(), (await laptop.exchange([written(103)])).haveN]).toEqual([[], 103])
  })

  test('are told to the lead once, anew when they become more, and no longer once they have turned up', async () => {
    const late = [3, 4].map((n) => written(n))
    await ask(3, 4)
    const told = await notices()
    await ask(3, 4)
    expect(await notices()).toEqual(told)
    await ask(3, 5)
    expect(await notices()).toMatchObject([{ data: { count: 3, first: 3, last: 5 } }])
    await laptop.exchange([...late, written(5)])
    expect([(await ask(3, 5)).nowhere, await notices()]).toEqual([[], []])
  })

  test('are never those of another laptop', async () => {
    const other = await surgery.enrol()
    await other.exchange([1, 2, 3].map(() => other.write('venue', idFor('theirs'), { name: 'Theirs' })))
    expect((await ask(1, 3)).nowhere).toEqual([{ first: 1, last: 3 }])
  })

  test('are not spoken of by a laptop that misses nothing', async () => {
    expect(await laptop.exchange([written(1)])).not.toHaveProperty('nowhere')
  })

  test.each([[{ first: 9, last: 4, sure: true }], [{ first: 1, last: 0xffff_ffff, sure: true }], [{ first: 0xffff_ffff, last: 1, sure: false }]])(
    'asked in a way that no laptop asks, cost nothing: %j',
    async (range) => {
      await laptop.exchange([written(1)], { nowhere: Array.from({ length: 50 }, () => range) })
      expect((await laptop.exchange([written(2)])).results).toMatchObject([{ state: 'accepted' }])
    },
  )
})

test.each(['lead', 'facilitator'] as const)(
  '[SY10] the laptop of a %s whose store was lost is told what the store before wrote, and nothing of its own',
  async (role) => {
    const two = await openTwoGroups(surgery)
    const mine = two.laptops[role]
    const { bookmark } = mine
    const note = (sequence: number) =>
      mine.write(
        'note',
        idFor(`note ${sequence}`),
        { aboutId: two.mine.member, text: 'Knee', at: `${day}T10:00:00Z`, byId: mine.joined.colleague.id },
        { sequence },
      )
    const first = mine.sequence + 1
    const { results } = await mine.exchange([note(first), note(first + 1)])
    expect(results.map((one) => one.state)).toEqual(['accepted', 'accepted'])
    const told = async (more: object) => {
      mine.bookmark = bookmark
      return (await mine.exchange([], more)).changes.map((one) => one.sequence)
    }
    expect(await told({})).toEqual([])
    expect(await told({ writtenBefore: first })).toEqual([first])
  },
)
