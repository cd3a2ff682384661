import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { boardOf, filledOf, mayBeAsked, notCoded, notCodedIn } from '../../../src/shared/rules/gaps.ts'
import { masked } from '../../../src/shared/rules/smallNumbers.ts'
import { at, idFor, thursday } from '../../support/builders.ts'

type Gap = Entity<'gap'>
let nth = 0

/** A gap of somebody: company in Nuneaton on Thursday mornings, today. */
function aGap(person: string | null, more: Partial<Gap> = {}): Gap {
  const id = idFor(`gap ${person} ${++nth}`)
  const fields = { need: 'company', place: 'Nuneaton', times: ['TH-am'], barrier: 'noSuchGroup', mayAsk: true, from: 'call', on: thursday } as const
  return { id, personId: person && idFor(person), ...fields, times: [...fields.times], at: at('10:00'), byId: idFor('Tom'), ...more }
}
const six = ['Ann', 'Bea', 'Cyril', 'Dot', 'Ed', 'Fay']
const board = (gaps: Gap[], months = 3) => boardOf(gaps, thursday, months)

describe('the gap board', () => {
  test.each([
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
    [12, 12],
  ])('%i people are shown as %s', (people, shown) => expect(masked(people)).toBe(shown))

  test('distinct people by need, place and time of the week', () => {
    expect(board(six.map((name) => aGap(name)))).toMatchObject([
      { need: 'company', place: 'Nuneaton', people: 6, times: [{ time: 'TH-am', people: 6 }] },
    ])
  })

  test('[story 25] the same person with the same gap is counted once, also when two laptops wrote it', () => {
    const twice = [...six.map((name) => aGap(name)), aGap('Ann', { on: '2026-10-01' }), aGap('Ann', { place: ' nuneaton ' })]
    expect(board(twice)).toMatchObject([{ people: 6, gapIds: { length: 8 } }])
  })

  test('[story 25] a gap that is filled later has the group’s id, leaves the board and is what we did', () => {
    const filled = six.map((name) => aGap(name, { filledBy: idFor('Seated Exercise'), filledOn: thursday }))
    expect([board(filled), filledOf(filled)]).toMatchObject([
      [],
      [{ groupId: idFor('Seated Exercise'), people: 6, filledOn: thursday, need: 'company' }],
    ])
  })

  test('[story 26] one person with many gaps is on each line, once', () => {
    const many = [...six.map((name) => aGap(name)), ...six.map((name) => aGap(name, { need: 'debt' })), aGap('Ann', { place: 'Bedworth' })]
    expect(board(many).map((one) => [one.need, one.place, one.people])).toEqual([
      ['company', 'Nuneaton', 6],
      ['debt', 'Nuneaton', 6],
      ['company', 'Bedworth', null],
    ])
  })

  test('[story 26] free text that needs coding is not on the board and waits on a list', () => {
    const words = aGap('Ann', { need: notCoded, wants: 'Bowls' })
    expect([board([words]), notCodedIn([words]).map((one) => one.wants)]).toEqual([[], ['Bowls']])
  })

  test('[story 26] a falling need is shown too, also when nobody asks any more', () => {
    const before = six.map((name) => aGap(name, { on: '2026-06-01' }))
    expect(board(before)).toMatchObject([{ people: 0, before: 6, trend: 'falling', gapIds: [] }])
    expect(board([...before, aGap('Ann')])).toMatchObject([{ people: null, before: 6, trend: 'falling' }])
    expect(board([...before.map((one) => ({ ...one, on: thursday }))])).toMatchObject([{ people: 6, before: 0, trend: 'rising' }])
  })

  test('[story 26] three, six and twelve months', () => {
    const old = six.map((name, month) => aGap(name, { on: `2026-0${month + 3}-01` }))
    expect([3, 6, 12].map((months) => board(old, months)[0]!.people)).toEqual([null, null, 6])
  })

  test('[story 26] numbers under five are masked in every column', () => {
    const four = six.slice(0, 4).map((name) => aGap(name))
    expect(board(four)).toMatchObject([{ people: null, times: [{ people: null }], barriers: [{ people: null }] }])
    expect(JSON.stringify(board(four).map(({ gapIds: _, rootIds: _r, ...shown }) => shown))).not.toContain('4')
  })

  test('gaps nobody is named with count one each, and one that was voided not at all', () => {
    expect(board([...Array.from({ length: 5 }, () => aGap(null)), aGap('Ann', { voidedBecause: 'mistake' })])[0]!.people).toBe(5)
  })

  test('joined gaps count where they were joined to; joined to each other offline, they still count', () => {
    const [one, ...others] = six.map((name) => aGap(name))
    const walk = aGap('Gwen', { need: 'active' })
    expect(board([one!, ...others, { ...walk, joinedTo: one!.id }])).toMatchObject([{ need: 'company', people: 7, joinedIds: [walk.id] }])
    const ring = [
      { ...one!, joinedTo: walk.id },
      { ...walk, joinedTo: one!.id },
    ]
    expect(board([...ring, ...others])).toHaveLength(board([...ring, ...others]).length)
    expect(board([...ring, ...others]).reduce((sum, line) => sum + line.gapIds.length, 0)).toBe(7)
  })

  test('two people who turned out to be one are counted once', () => {
    const survivor = (id: string) => (id === idFor('Anne') ? idFor('Ann') : id)
    const gaps = [...six.map((name) => aGap(name)), aGap('Anne')]
    expect([boardOf(gaps, thursday, 3, survivor)[0]!.people, boardOf(gaps, thursday, 3)[0]!.people]).toEqual([6, 7])
  })
})

describe('[story 26] who may be asked', () => {
  test('only people who agreed, each once, by what they said last', () => {
    const ann = aGap('Ann')
    const gaps = [
      ann,
      aGap('Bea', { mayAsk: false }),
      aGap(null),
      aGap('Ann', { mayAsk: false, at: at('11:00') }),
      aGap('Cyril', { mayAsk: false }),
      aGap('Cyril', { at: at('12:00') }),
    ]
    expect(
      mayBeAsked(
        gaps.map((one) => one.id),
        gaps,
      ),
    ).toEqual([idFor('Cyril')])
    expect(mayBeAsked([ann.id], gaps)).toEqual([idFor('Ann')])
  })

  test('what was joined to a gap counts with it', () => {
    const ann = aGap('Ann')
    expect(mayBeAsked([ann.id], [ann, aGap('Bea', { joinedTo: ann.id })])).toEqual([idFor('Ann'), idFor('Bea')])
  })
})
