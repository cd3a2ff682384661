import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settled, steady, type SteadyRules } from '../../src/renderer/features/register/steady.ts'

interface Row {
  id: string
  mine: boolean
}
const row = (id: string, mine = true): Row => ({ id, mine })
const here: SteadyRules<Row> = { idOf: (one) => one.id, newAt: 'start', mayJoin: (one) => one.mine }
const notYet: SteadyRules<Row> = { idOf: (one) => one.id, newAt: 'end', mayJoin: () => true }
const ids = (rows: { row: Row; gone: boolean }[]) => rows.map((one) => (one.gone ? `(${one.row.id})` : one.row.id)).join(' ')

test('who was signed in leaves their place empty, so that nobody else comes under the hand', () => {
  const before = settled([row('Ada'), row('Ben'), row('Cy')])
  expect(ids(steady(before, [row('Ada'), row('Cy')], notYet))).toBe('Ada (Ben) Cy')
})

test('who comes back takes their place again; who is new stands where it does not push', () => {
  const before = steady(settled([row('Ada'), row('Ben')]), [row('Ada')], notYet)
  expect(ids(steady(before, [row('Eve'), row('Ada'), row('Ben')], notYet))).toBe('Ada Ben Eve')
})

test('one’s own sign-in appears on top at once; another laptop’s waits', () => {
  const before = settled([row('Ada')])
  expect(ids(steady(before, [row('Tom', false), row('Me'), row('Ada')], here))).toBe('Me Ada')
})

test('while a hand is at the list no row ever moves past another', () => {
  const lists = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), { minLength: 1 })
  fc.assert(
    fc.property(lists, (steps) => {
      let shown = settled((steps[0] ?? []).map((id) => row(id)))
      for (const step of steps.slice(1)) {
        const next = steady(
          shown,
          step.map((id) => row(id)),
          notYet,
        )
        expect(next.slice(0, shown.length).map((one) => one.row.id)).toEqual(shown.map((one) => one.row.id))
        shown = next
      }
    }),
  )
})
