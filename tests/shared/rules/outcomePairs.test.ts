import { expect, test } from 'vitest'
import { pairedOf } from '../../../src/shared/rules/outcomePairs.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { idFor } from '../../support/builders.ts'

const start = '2026-01-05'
let made = 0
const answer = (person: string, days: number, satis: number | null, episode = 'first') => {
  const on = addDays(start, days)
  return { id: idFor(`answer ${++made}`), personId: idFor(person), scores: { satis }, on, at: `${on}T10:00:00.000Z`, episode }
}
const pairs = (...answers: ReturnType<typeof answer>[]) => [pairedOf(answers, 'satis', (one) => one.episode)]

test('[story 29] of several follow-ups in the window the one nearest to twelve weeks counts; of two as near, the earlier', () => {
  expect(pairs(answer('Jean', 0, 3), answer('Jean', 64, 4), answer('Jean', 80, 5), answer('Jean', 88, 6), answer('Jean', 104, 7))).toEqual([
    { personId: idFor('Jean'), first: 3, firstOn: start, then: { value: 5, on: addDays(start, 80), inWindow: true } },
  ])
})

test.each([
  [62, false],
  [63, true],
  [105, true],
  [106, false],
])('[story 29] %d days after the first time is in the window: %s', (days, inWindow) => {
  expect(pairs(answer('Jean', 0, 3), answer('Jean', days, 6))).toMatchObject([{ then: { value: 6, inWindow } }])
})

test('[story 29] outside of the window the last one counts, and only where none is in it', () => {
  expect(pairs(answer('Jean', 0, 3), answer('Jean', 20, 4), answer('Jean', 200, 8))).toMatchObject([{ then: { value: 8, inWindow: false } }])
  expect(pairs(answer('Jean', 0, 3), answer('Jean', 90, 4), answer('Jean', 200, 8))).toMatchObject([{ then: { value: 4, inWindow: true } }])
})

test('[story 29] what is not whole pairs with nothing: the first whole answer is the first', () => {
  expect(pairs(answer('Jean', 0, null), answer('Jean', 7, 3), answer('Jean', 91, null))).toEqual([
    { personId: idFor('Jean'), first: 3, firstOn: addDays(start, 7), then: null },
  ])
})

test('[story 29] somebody with two cases counts once: the latest with a pair, before one without', () => {
  const first = [answer('Jean', 0, 3), answer('Jean', 84, 6)]
  const second = [answer('Jean', 400, 2, 'second'), answer('Jean', 484, 7, 'second')]
  expect(pairs(...first, ...second)).toMatchObject([{ first: 2, then: { value: 7 } }])
  expect(pairs(...first, ...second.slice(0, 1))).toMatchObject([{ first: 3, then: { value: 6 } }])
})

test('who answered nothing whole has none', () => {
  expect(pairs(answer('Jean', 0, null))).toEqual([null])
})

test('two answers of one day are no pair', () => {
  expect(pairs(answer('Jean', 0, 3), answer('Jean', 0, 6))).toMatchObject([{ then: null }])
})

test('[issue 12] of two cases that began on one day the one that was asked last counts, in whatever order the rows come', () => {
  const all = [answer('Jean', 0, 3), answer('Jean', 84, 6), answer('Jean', 0, 2, 'second'), answer('Jean', 90, 7, 'second')]
  for (const answers of [all, [...all].reverse()]) expect(pairs(...answers)).toMatchObject([{ first: 2, then: { value: 7 } }])
})
