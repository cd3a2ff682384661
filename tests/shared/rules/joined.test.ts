import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withJoined, withSurvivors } from '../../../src/shared/rules/asJoined.ts'
import { survivorsOf, type SaidOfTwo } from '../../../src/shared/rules/joined.ts'
import { likelyPairs, pairsInSteps } from '../../../src/shared/rules/likelyPairs.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { aPerson, at, idFor } from '../../support/builders.ts'
import { busyFor } from '../../support/cpu.ts'

const here = () => 'here' as const
let times = 0

/** "B" goes on of the two, unless said. */
function said(personId: string, otherId: string, more: Partial<SaidOfTwo> = {}): SaidOfTwo {
  const when = at(`10:${String(times++ % 60).padStart(2, '0')}`)
  return { id: `${personId}${otherId}`, personId, otherId, answer: 'same', survivorId: otherId, at: when, ...more }
}

describe('[story 18] who is shown with whom', () => {
  test('a chain is followed to its end', () => {
    expect(survivorsOf([said('A', 'B'), said('B', 'C')], here)).toEqual(new Map([['A', 'C'], ['B', 'C']])) // prettier-ignore
  })

  test('a circle goes to whoever was named last, in whatever order the answers come', () => {
    const circle = [said('A', 'B', { at: at('10:01') }), said('B', 'C', { at: at('10:02') }), said('C', 'A', { at: at('10:03') })]
    const expected = new Map([['B', 'A'], ['C', 'A']]) // prettier-ignore
    expect(survivorsOf(circle, here)).toEqual(expected)
    expect(survivorsOf([...circle].reverse(), here)).toEqual(expected)
  })

  test('undone, both are as they were', () => {
    expect(survivorsOf([said('A', 'B', { voidedBecause: 'undone' })], here).size).toBe(0)
  })

  test('two who were called two people are not joined by way of a third', () => {
    const all = [said('A', 'B', { at: at('10:01') }), said('C', 'B', { at: at('10:02') }), said('A', 'C', { answer: 'notSame', survivorId: null })]
    expect(survivorsOf(all, here)).toEqual(new Map([['A', 'B']]))
  })

  test('nobody goes on who was removed, and nobody is shown as somebody who is not on this laptop', () => {
    expect(survivorsOf([said('A', 'B')], (id) => (id === 'B' ? 'removed' : 'here')).size).toBe(0)
    expect(survivorsOf([said('A', 'B')], (id) => (id === 'B' ? 'unknown' : 'here'))).toEqual(new Map([['B', 'A']]))
  })

  test('whatever was said, nobody is shown as somebody who is shown as another, and the order of the answers changes nothing', () => {
    const one = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    const answer = fc
      .record({ personId: one, otherId: one, first: fc.boolean(), minute: fc.integer({ min: 10, max: 59 }), same: fc.boolean(), gone: fc.boolean() })
      .filter(({ personId, otherId }) => personId !== otherId)
      .map(({ personId, otherId, first, minute, same, gone }): SaidOfTwo => {
        const fields = { answer: same ? ('same' as const) : ('notSame' as const), survivorId: first ? personId : otherId, at: at(`10:${minute}`) }
        return { id: `${personId}${otherId}${minute}`, personId, otherId, ...fields, voidedBecause: gone ? 'x' : null }
      })
    fc.assert(
      fc.property(fc.uniqueArray(answer, { selector: (each) => each.id }), (answers) => {
        const found = survivorsOf(answers, here)
        for (const survivor of found.values()) expect(found.has(survivor)).toBe(false)
        expect(survivorsOf([...answers].reverse(), here)).toEqual(found)
      }),
    )
  })
})

describe('[story 18] what is shown of a joined person', () => {
  const survivors = new Map([['joined', 'survivor']])

  test('every id of theirs in any record is the one who goes on, once', () => {
    const look = { id: 'x', personIds: ['joined', 'survivor', 'other'], at: at('10:00'), byId: 'me', what: 'emergencyContact' }
    expect(withSurvivors('contactLook', look as never, survivors)).toMatchObject({ personIds: ['survivor', 'other'] })
    const untouched = { id: 'y', personId: 'other' }
    expect(withSurvivors('membership', untouched as never, survivors)).toBe(untouched)
  })

  test('[issue 12] two babies of one parent in a picture stay two, each beside its own name', () => {
    const media = { id: 'a picture', babiesOf: ['gone', 'gone', 'other'], babyNames: ['Ada', 'Ben', 'Otis'] }
    expect(withSurvivors('media', media as never, new Map([['gone', 'survivor']]))).toMatchObject({ babiesOf: ['survivor', 'survivor', 'other'] })
  })

  test('what every leader must see is kept of both, and what one did not say is taken from the other', () => {
    const survivor = aPerson('Jean Oakes', { alerts: ['Inhaler'], phone: '01632 960001' })
    const other = aPerson('Jeanne Oakes', { alerts: ['Knee: short route'], phone: '01632 960002', medicine: 'GTN spray', archivedOn: '2026-01-01' })
    const shown = withJoined(survivor, [other])
    expect(shown).toMatchObject({ givenName: 'Jean', phone: '01632 960001', medicine: 'GTN spray', alerts: ['Inhaler', 'Knee: short route'] })
    expect(shown.archivedOn).toBeUndefined()
  })
})

describe('[story 18] pairs to look at', () => {
  test('two people of one name and birth date who share an address are asked about, never joined; a couple with one number is not', () => {
    const [one, other] = ['twin 1', 'twin 2'].map((id) => ({
      ...aPerson('Anna Bell', { bornOn: '1990-05-01', phone: '01632 960003' }),
      id: idFor(id),
    }))
    const couple = [aPerson('Derek Holloway', { phone: '01632 960004' }), aPerson('Pauline Marsh', { phone: '01632 960004' })]
    const found = likelyPairs([one!, other!, ...couple])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ because: ['name', 'phone', 'bornOn'] })
  })

  test('a name alone is worth a look only when nothing else was written down', () => {
    const bare = { ...aPerson('Jean Oakes'), id: idFor('bare') }
    const full = aPerson('Jean Oakes', { bornOn: '1950-01-02', phone: '01632 960005' })
    const another = { ...aPerson('Jean Oakes', { bornOn: '1961-01-02', phone: '01632 960006' }), id: idFor('another') }
    expect(likelyPairs([full, another])).toEqual([])
    expect(likelyPairs([full, bare])).toHaveLength(1)
  })

  test('of ten thousand people it stops every few milliseconds, so that others are answered meanwhile', async () => {
    const people = Array.from({ length: 10_000 }, (_, nth) =>
      aPerson(`Given${nth % 97} Family${nth % 5000}`, { bornOn: addDays('1940-01-01', nth % 5000), phone: `01632 9${nth}` }),
    )
    const steps = pairsInSteps(people)
    const took: number[] = []
    for (let done = false; !done;) {
      const { ms, value } = await busyFor(() => steps.next())
      took.push(ms)
      done = value.done === true
    }
    expect(took.length).toBeGreaterThan(20)
    const whole = took.reduce((sum, ms) => sum + ms, 0)
    expect(took.sort((a, b) => a - b).at(-2)! / whole).toBeLessThan(1 / 5) // a share holds on any machine; garbage may fall into one
  })
})
