import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/shared/changes/change.ts'
import { fold, foldAll } from '../../../src/shared/changes/fold.ts'
import { openValues, type Row } from '../../../src/shared/changes/row.ts'
import { personChanges } from '../../support/arbitraries.ts'
import { accepted, aChange, idFor, stampAt } from '../../support/builders.ts'

const jean = idFor('Jean')
const edit = (fields: Change['fields'], stamp: string, more: Partial<Change> = {}) => aChange('person', jean, fields, { stamp, ...more })
const phone = (value: string, stamp: string, seen?: string[]) => edit({ phone: value }, stamp, seen ? { basedOn: { phone: seen } } : {})
const valuesOf = (row: Row | undefined) => (row ? openValues(row, 'phone').map((one) => one.value) : [])

describe('changes into a row', () => {
  test('a first change makes the row', () => {
    expect(fold(undefined, edit({ givenName: 'Jean' }, stampAt('10:30')))).toEqual({
      record: 'person',
      id: jean,
      fields: { givenName: 'Jean' },
      stamps: { givenName: stampAt('10:30') },
    })
  })

  test('the newest stamp wins, field by field', () => {
    const changes = [
      edit({ givenName: 'Jean', familyName: 'Oakes' }, stampAt('10:30')),
      edit({ familyName: 'Oaks' }, stampAt('10:29', 'Nisha’s laptop')),
      edit({ givenName: 'Jeanne' }, stampAt('10:31', 'Nisha’s laptop')),
    ]
    expect(foldAll(undefined, changes)).toEqual({
      record: 'person',
      id: jean,
      fields: { givenName: 'Jeanne', familyName: 'Oakes' },
      stamps: { givenName: stampAt('10:31', 'Nisha’s laptop'), familyName: stampAt('10:30') },
    })
  })

  test('[SY11][SY12] two edits of one number by a laptop whose clock was years ahead: the later one stands, in either order', () => {
    const [first, second] = [phone('01632 960274', stampAt('10:30'), []), phone('01632 960242', stampAt('10:31'), [stampAt('10:30')])]
    const moved = (change: Change, effective: string) => ({ ...accepted(change, 1), effective })
    const back = (time: string) => stampAt(time).replace(/^.{9}/, '0lpazc52q') // as the server moves it: years earlier
    const log = [moved(first, back('10:30').replace('.0000.', '.0006.')), moved(second, back('10:31').replace('.0000.', '.0007.'))]
    for (const order of [log, [...log].reverse()]) expect(valuesOf(foldAll(undefined, order))).toEqual(['01632 960242'])
  })

  test('the row before is left as it was', () => {
    const before = foldAll(undefined, [phone('01632 960001', stampAt('10:30'))])
    const copy = structuredClone(before)
    fold(before, phone('01632 960002', stampAt('10:31'), [stampAt('10:30')]))
    expect(before).toEqual(copy)
  })

  test('[SY12] the server’s stamp counts once it has answered', () => {
    const fast = stampAt('11:30')
    const changes = [accepted(edit({ givenName: 'Jean' }, fast), 7, stampAt('10:30')), edit({ givenName: 'Joan' }, stampAt('10:31'))]
    expect(foldAll(undefined, changes)?.fields).toEqual({ givenName: 'Joan' })
  })

  test.each(['a mistake', 'wrong person'])('[SY42] what the server has stands over what this laptop has, blanked there or here: %s', (why) => {
    const voided = (text: string) => aChange('signIn', jean, { voidedBecause: text }, { stamp: stampAt('10:30') })
    expect(foldAll(undefined, [voided(why), voided('erased')])?.fields).toEqual({ voidedBecause: why })
    expect(foldAll(undefined, [voided('erased'), voided(why)])?.fields).toEqual({ voidedBecause: 'erased' })
    const later = aChange('signIn', jean, { voidedBecause: 'erased' }, { stamp: stampAt('10:31') })
    expect(foldAll(undefined, [voided(why), later])?.fields).toEqual({ voidedBecause: 'erased' })
  })

  test('[SY6] a void may come before what it voids', () => {
    const signIn = aChange('signIn', jean, {
      sessionId: idFor('s'),
      personId: jean,
      arrivedAt: '2026-10-22T09:31:00Z',
      how: 'facilitator',
      byId: idFor('Tom'),
    })
    const undone = aChange('signIn', jean, { voidedBecause: 'a mistake' }, { stamp: stampAt('10:31') })
    expect(foldAll(undefined, [undone, signIn])).toEqual(foldAll(undefined, [signIn, undone]))
    expect(foldAll(undefined, [undone, signIn])?.fields['voidedBecause']).toBe('a mistake')
  })

  test('a record of a newer app is folded by newest stamp, not lost', () => {
    const changes = [aChange('transportOffer', jean, { seats: 3 }), aChange('transportOffer', jean, { seats: 2 }, { stamp: stampAt('10:31') })]
    expect(foldAll(undefined, changes)?.fields).toEqual({ seats: 2 })
  })

  test('nothing folded is no row', () => {
    expect(foldAll(undefined, [])).toBeUndefined()
  })
})

describe('fields kept side by side', () => {
  const [toms, nishas] = [stampAt('10:30'), stampAt('10:31', 'Nisha’s laptop')]

  test('two numbers that did not see each other are both kept, the newest shown', () => {
    const row = foldAll(undefined, [phone('01632 960001', toms), phone('01632 960002', nishas)])
    expect([row?.fields['phone'], valuesOf(row)]).toEqual(['01632 960002', ['01632 960002', '01632 960001']])
  })

  test('one that saw both settles them', () => {
    const row = foldAll(undefined, [
      phone('01632 960001', toms),
      phone('01632 960002', nishas),
      phone('01632 960001', stampAt('10:40'), [toms, nishas]),
    ])
    expect([row?.fields['phone'], valuesOf(row)]).toEqual(['01632 960001', ['01632 960001']])
  })

  test('the settling one may come first', () => {
    const settled = phone('01632 960003', stampAt('10:40'), [toms, nishas])
    const row = foldAll(undefined, [settled, phone('01632 960002', nishas), phone('01632 960001', toms)])
    expect(valuesOf(row)).toEqual(['01632 960003'])
  })

  test('a third laptop that saw only one of two replaces only that one', () => {
    const changes = [phone('01632 960001', toms), phone('01632 960002', nishas), phone('01632 960003', stampAt('10:40', 'server'), [toms])]
    expect(valuesOf(foldAll(undefined, changes))).toEqual(['01632 960003', '01632 960002'])
  })

  test('address changes as one field, so that no town meets another’s street', () => {
    const changes = [
      edit({ address: { lines: '1 Alder Way', town: 'Nuneaton' } }, toms),
      edit({ address: { town: 'Bedworth' } }, nishas, { basedOn: { address: [toms] } }),
    ]
    expect(foldAll(undefined, changes)?.fields['address']).toEqual({ town: 'Bedworth' })
  })

  test('two edits of one laptop with a wrong clock are no question, though the server moved the first one’s stamp', () => {
    const first = accepted(phone('01632 960001', stampAt('09:30')), 1, stampAt('10:30'))
    const second = accepted(phone('01632 960002', stampAt('09:31'), [stampAt('09:30')]), 2, stampAt('10:31'))
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      expect(valuesOf(foldAll(undefined, order))).toEqual(['01632 960002'])
    }
  })

  test('[SY11] a server that was put back gave a laptop earlier stamps: what others name of before hides nothing it wrote since (seed 711282)', () => {
    const lost = stampAt('10:30', 'Nisha’s laptop') // of a change that the server has no more
    const changes = [
      phone('01632 960001', toms),
      phone('01632 960002', stampAt('10:40'), [toms, lost]),
      accepted(phone('01632 960003', stampAt('10:41', 'Nisha’s laptop'), []), 3, stampAt('08:00', 'Nisha’s laptop')),
    ]
    for (const order of [changes, [...changes].reverse()]) expect(valuesOf(foldAll(undefined, order))).toEqual(['01632 960002', '01632 960003'])
    const again = foldAll(foldAll(undefined, changes), [phone('01632 960009', lost)]) // it comes after all, and is hidden, as it was replaced
    expect(valuesOf(again)).toEqual(['01632 960002'])
    expect(again).toEqual(foldAll(undefined, [phone('01632 960009', lost), ...changes]))
  })

  test('an edit that another settled does not come back under the same laptop’s older one', () => {
    const [one, two, settled] = [
      phone('01632 960001', toms),
      phone('01632 960002', stampAt('10:35')),
      phone('01632 960003', stampAt('10:40', 'server'), [stampAt('10:35')]),
    ]
    for (const order of [
      [one, two, settled],
      [settled, two, one],
      [two, settled, one],
    ]) {
      expect(valuesOf(foldAll(undefined, order))).toEqual(['01632 960003'])
    }
  })

  test('a copied profile that wrote two numbers with one stamp gives the same row anywhere', () => {
    const [one, other] = [phone('01632 960001', toms), phone('01632 960002', toms)]
    expect(foldAll(undefined, [one, other])).toEqual(foldAll(undefined, [other, one]))
  })

  test('equal stamps compare values, not the order in which their keys were stored', () => {
    const one = edit({ address: { town: 'A', lines: 'b' } }, toms)
    const same = edit({ address: { lines: 'b', town: 'A' } }, toms)
    const other = edit({ address: { lines: 'a', town: 'B' } }, toms)
    expect(foldAll(undefined, [one, other])).toEqual(foldAll(undefined, [other, same]))
  })
})

describe('[SY5] the same changes give the same row', () => {
  const shuffled = personChanges.chain((changes) =>
    fc.tuple(fc.constant(changes), fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 }), fc.nat(changes.length * 2)),
  )

  test('in any order, and however often', () => {
    fc.assert(
      fc.property(shuffled, ([changes, again]) => {
        expect(foldAll(undefined, again)).toEqual(foldAll(undefined, changes))
      }),
      { numRuns: 1000 },
    )
  })

  test('however they are split between what the server said and what this laptop has not sent', () => {
    fc.assert(
      fc.property(shuffled, ([changes, again, cut]) => {
        const base = foldAll(undefined, again.slice(0, cut))
        expect(foldAll(base, again.slice(cut))).toEqual(foldAll(undefined, changes))
      }),
      { numRuns: 1000 },
    )
  })

  test('and the newest value is always among those that stand', () => {
    fc.assert(
      fc.property(personChanges, (changes) => {
        const row = foldAll(undefined, changes)
        for (const field of ['phone', 'address']) {
          const open = row ? openValues(row, field) : []
          if (row?.sides?.[field]) expect(open[0]).toEqual({ stamp: row.stamps[field], value: row.fields[field] })
        }
      }),
      { numRuns: 1000 },
    )
  })
})
