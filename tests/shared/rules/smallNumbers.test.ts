import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFew, maskedAmong, maskedBeside, maskedBreakdown, maskedParts, type Masked } from '../../../src/shared/rules/smallNumbers.ts'
import { workedOut, type Told } from './worksOut.ts'

/** One table of a breakdown: how many people each line has, and how many of these are new. */
const tables = fc
  .array(
    fc
      .oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 60 }))
      .chain((whole) => fc.tuple(fc.constant(whole), fc.oneof(fc.integer({ min: 0, max: whole }), fc.constant(whole)))),
    { minLength: 2, maxLength: 9 },
  )
  .map((lines) => ({ wholes: lines.map(([whole]) => whole), parts: lines.map(([, part]) => part) }))

type Table = { wholes: number[]; parts: number[] }
type Hide = (table: Table) => { people: Masked[]; news: Masked[] }

const ours: Hide = ({ wholes, parts }) => {
  const people = maskedBreakdown(wholes)
  return { people, news: maskedParts(parts, wholes, people) }
}

/** Whether somebody with pencil and paper finds a number of one to four in what is shown: new people and others of each line are unknown, the sums are told. */
function finds(hide: Hide, table: Table): boolean {
  const { people, news } = hide(table)
  const [isNew, isOld] = [(at: number) => `new ${at}`, (at: number) => `old ${at}`]
  const lines = table.wholes.map((_, at) => at)
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const told: Told[] = [
    { of: lines.flatMap((at) => [isNew(at), isOld(at)]), makes: sum(table.wholes) },
    { of: lines.map(isNew), makes: sum(table.parts) },
    ...lines.flatMap((at) => (people[at] === null ? [] : [{ of: [isNew(at), isOld(at)], makes: people[at]! }])),
    ...lines.flatMap((at) => (news[at] === null ? [] : [{ of: [isNew(at)], makes: news[at]! }])),
  ]
  const known = workedOut(told, [...lines.map((at) => [isNew(at), isOld(at)]), ...lines.map((at) => [isNew(at)]), ...lines.map((at) => [isOld(at)])])
  return known.some((one) => one !== null && one > 0 && one < 5)
}

describe('a breakdown hides small numbers', () => {
  test.each([
    ['nothing to hide', [20, 5, 30], [20, 5, 30]],
    ['one under five takes the next smallest with it', [20, 3, 9, 30], [20, null, null, 30]],
    ['all that are as small as that', [20, 3, 9, 9], [20, null, null, null]],
    ['two under five hide each other', [20, 3, 1, 30], [20, null, null, 30]],
    ['two fours make eight: no other two would', [20, 4, 4, 7], [20, null, null, null]],
    ['nought is hidden, and hides', [20, 0, 3, 30], [20, null, null, 30]],
    ['noughts alone need nobody else', [20, 0, 0, 30], [20, null, null, 30]],
    ['of fewer than twenty nothing is told', [10, 9], [null, null]],
  ])('%s', (_, counts, shown) => expect(maskedBreakdown(counts)).toEqual(shown))

  test.each([
    ['new people and who is left are both five or more', [10, 6], [20, 30], [10, 6]],
    ['three of a line were there before: how many are new would say it', [17, 6, 8], [20, 30, 40], [null, null, 8]],
    ['everybody of a line is new', [20, 6, 7], [20, 30, 40], [20, 6, 7]],
    ['a line that is hidden has no new people to show', [4, 6, 7], [4, 30, 40], [null, null, 7]],
  ])('%s', (_, parts, wholes, shown) => expect(maskedParts(parts, wholes, maskedBreakdown(wholes))).toEqual(shown))

  test('where the sum of the parts is not told, not all of them are', () => {
    expect(maskedParts([6, 9, 12], [20, 30, 40], [20, 30, 40])).toEqual([6, 9, 12])
    expect(maskedParts([6, 9, 12], [20, 30, 40], [20, 30, 40], false)).toEqual([null, 9, 12])
  })

  test('[issue 12] no number of one to four can be worked out from what one table shows', () => {
    fc.assert(
      fc.property(tables, (table) => !finds(ours, table)),
      { numRuns: 3000 },
    )
  })

  test.each<[string, Hide]>([
    ['the total beside one hidden number', ({ wholes }) => ({ people: wholes.map((one) => (one < 5 ? null : one)), news: wholes.map(() => null) })],
    ['new people beside those who are left', (table) => ({ ...ours(table), news: table.parts.map((one) => (one < 5 ? null : one)) })],
    [
      'new people hidden one at a time',
      (table) => ({
        ...ours(table),
        news: table.parts.map((one, at) => (one < 5 || (table.wholes[at]! > one && table.wholes[at]! - one < 5) ? null : one)),
      }),
    ],
  ])('a planted leak is found: %s', (_, leaky) => {
    expect(
      fc.check(
        fc.property(tables, (table) => !finds(leaky, table)),
        { numRuns: 3000 },
      ).failed,
    ).toBe(true)
  })
})

describe('counts of a group beside those of everybody', () => {
  test.each([
    ['a small part takes the next smallest with it', [30, 9, 2], [], [30, null, null]],
    ['two that are five together', [36, 3, 2], [], [36, null, null]],
    ['two that are fewer take the third', [36, 1, 2], [], [null, null, null]],
    ['nobody at all hides nobody', [38, 0, 3], [], [null, 0, null]],
    ['nothing to hide', [38, 0, 5], [], [38, 0, 5]],
    ['one alone', [3], [], [null]],
    ['what is a few of everybody else, as it is the difference to all', [18, 10, 12], [2, 10, 20], [null, null, 12]],
  ])('%s', (_, counts, others, shown) => expect(maskedBeside(counts, others)).toEqual(shown))

  test('no count under five of these or of everybody else can be worked out from what is shown', () => {
    const pairs = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(pairs, (both) => {
        const [counts, others] = [both.map(([one]) => one), both.map(([, one]) => one)]
        const masked = maskedBeside(counts, others)
        const hidden = [...masked.keys()].filter((at) => masked[at] === null)
        for (const at of masked.keys()) if (!hidden.includes(at)) expect(isFew(counts[at]!) || isFew(others[at]!)).toBe(false)
        expect(hidden.length).not.toBe(1)
        if (hidden.length === counts.length) return // then nothing is shown but the sum
        for (const all of [counts, others]) expect(isFew(hidden.reduce((sum, at) => sum + all[at]!, 0))).toBe(false)
      }),
    )
  })

  test.each([
    ['nobody is left', 30, [0], 30],
    ['five are left', 30, [5, 0], 30],
    ['four are left', 30, [12, 4], null],
    ['it is a few itself', 4, [12], null],
  ])('one count beside others: %s', (_, count, left, shown) => expect(maskedAmong(count, left)).toBe(shown))
})
