import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingCounted, verdictOf } from '../../src/renderer/features/headCount/verdict.ts'
import { nameFrom } from '../../src/shared/rules/nameFrom.ts'
import { typedSlots, writtenSlots, type TypedSlot } from '../../src/renderer/features/groups/slots.ts'
import { eachText } from '../../src/renderer/workerLink/personTexts.ts'
import { writtenOf, type PersonForm } from '../../src/renderer/parts/personForm.ts'
import { timelineOf } from '../../src/renderer/features/people/timelineOf.ts'
import { readRule, slotInWords, writeRule, weekdays } from '../../src/renderer/words/slotInWords.ts'
import type { Slot } from '../../src/shared/records/group.ts'
import { slotSchema } from '../../src/shared/records/group.ts'
import { words } from './words.ts'

const today = '2026-10-22'

describe('the head count in words', () => {
  const expected = ['Ann', 'Bob', 'Cas'].map((name) => ({ personId: name, name, heads: 1, companion: null }))
  test.each([
    ['start', { typed: null, seen: [] }, 0, ''],
    ['agrees', { typed: 3, seen: [] }, 0, ''],
    ['fewer', { typed: 1, seen: [] }, 2, ''],
    ['fewer', { typed: null, seen: ['Ann', 'Bob'] }, 1, 'Cas'],
    ['more', { typed: 5, seen: [] }, 2, ''],
    ['sameButMissing', { typed: 3, seen: ['Ann', 'Bob'] }, 0, 'Cas'],
    ['agrees', { typed: null, seen: ['Ann', 'Bob', 'Cas', 'somebody who left'] }, 0, ''],
  ])('%s for %o', (kind, counting, by, missing) => {
    const verdict = verdictOf({ ...nothingCounted, ...counting }, expected)
    expect([verdict.kind, verdict.by, verdict.missing.map((one) => one.name).join()]).toEqual([kind, by, missing])
  })
})

test('a typed text becomes a name', () => {
  expect(nameFrom(' jo  wolska ')).toEqual({ givenName: 'Jo', familyName: 'Wolska' })
  expect(nameFrom('łucja')).toEqual({ givenName: 'Łucja', familyName: '' })
  expect(nameFrom('mary van der berg')).toEqual({ givenName: 'Mary', familyName: 'Van Der Berg' })
})

describe('weekly times', () => {
  const slot: Slot = { slot: 1, rule: 'FREQ=WEEKLY;BYDAY=TH', start: '10:30', end: '12:00', from: '2026-01-01', until: null }
  const typed: TypedSlot = { slot: 1, day: 'TH', every: 1, start: '10:30', end: '12:00', from: '2026-01-01' }

  test('are said as people say them', () => {
    expect(slotInWords(slot, words)).toBe('Thursdays, 10:30 to 12:00')
    expect(slotInWords({ ...slot, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', start: '09:05' }, words)).toBe('every other Friday, 9:05 to 12:00')
    expect(slotInWords({ ...slot, rule: 'FREQ=MONTHLY;BYDAY=1TH' }, words)).toBe('by its own rule, 10:30 to 12:00')
  })
  test('come back from their rule', () => {
    for (const day of weekdays) for (const every of [1, 2] as const) expect(readRule(writeRule(day, every))).toEqual({ day, every })
  })
  test('stay as they are when nothing changed', () => {
    expect(writtenSlots([slot], typedSlots([slot], today), today)).toEqual([slot])
  })
  test('that move end yesterday and go on under a new number', () => {
    expect(writtenSlots([slot], [{ ...typed, day: 'FR' }], today)).toEqual([
      { ...slot, until: '2026-10-21' },
      { slot: 2, rule: 'FREQ=WEEKLY;BYDAY=FR', start: '10:30', end: '12:00', from: today, until: null },
    ])
  })
  test('that are taken out end yesterday; one that never began is gone', () => {
    expect(writtenSlots([slot], [], today)).toEqual([{ ...slot, until: '2026-10-21' }])
    expect(writtenSlots([{ ...slot, from: '2026-12-01' }], [], today)).toEqual([])
  })
  test('made by a rule that the form cannot edit are never touched', () => {
    const clever = { ...slot, slot: 7, rule: 'FREQ=MONTHLY;BYDAY=1TH' }
    expect(writtenSlots([clever], [], today)).toEqual([clever])
  })
  test('always pass the record’s own check, with numbers that are used once', () => {
    const anyTyped = fc.record({
      slot: fc.nat(2),
      day: fc.constantFrom(...weekdays),
      every: fc.constantFrom<1 | 2>(1, 2),
      start: fc.constantFrom('09:00', '10:30'),
      end: fc.constantFrom('12:00', '13:15'),
      from: fc.constantFrom('2026-01-01', '2026-10-22', '2026-12-01'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyTyped, { comparator: (one, other) => one.slot !== 0 && one.slot === other.slot, maxLength: 4 }), (list) => {
        const slots = writtenSlots([slot, { ...slot, slot: 2, rule: 'FREQ=WEEKLY;BYDAY=MO' }], list, today)
        for (const one of slots) expect(slotSchema.safeParse(one).success).toBe(true)
        expect(new Set(slots.map((one) => one.slot)).size).toBe(slots.length)
      }),
    )
  })
})

describe('the core form', () => {
  const form: PersonForm = {
    givenName: 'Ivy',
    familyName: '',
    knownAs: '',
    bornOn: '',
    refuses: false,
    ageBand: '',
    phone: '',
    email: '',
    lines: '',
    town: '',
    postcode: '',
    practice: '',
    alerts: '',
    photo: '',
    howHeard: '',
    ...eachText(() => ''),
    noPhone: false,
    noFixedAbode: false,
    noContactBecause: '',
    shareWithGp: '',
    guardianName: '',
    guardianPhone: '',
    guardianAgreed: '',
  }
  test.each<[keyof PersonForm, Partial<PersonForm>, unknown]>([
    ['givenName', { givenName: ' Ivy ' }, { givenName: 'Ivy' }],
    ['givenName', { givenName: ' ' }, 'edit.nameMissing'],
    ['bornOn', { bornOn: '3/4/1951' }, { bornOn: '1951-04-03' }],
    ['bornOn', { bornOn: '31/02/1950' }, 'edit.bornUnreadable'],
    ['bornOn', { bornOn: '1/1/2030' }, 'edit.bornUnreadable'],
    ['bornOn', { bornOn: '' }, {}],
    ['refuses', { refuses: true }, { bornOn: null }],
    ['phone', { phone: '+44 7700 900111' }, { phone: '07700 900 111' }],
    ['phone', { phone: '12' }, 'edit.phoneUnreadable'],
    ['postcode', { postcode: 'cv115tw', town: 'Nuneaton' }, { address: { town: 'Nuneaton', postcode: 'CV11 5TW' } }],
    ['postcode', { postcode: 'somewhere' }, 'edit.postcodeUnreadable'],
    ['alerts', { alerts: 'Inhaler, Knee: short route;' }, { alerts: ['Inhaler', 'Knee: short route'] }],
    ['alerts', { alerts: 'x'.repeat(61) }, 'edit.alertTooLong'],
    ['practice', { practice: ' Riversley ' }, { practice: 'Riversley' }],
    ['noPhone', { noPhone: true }, { noPhone: true }],
    ['phone', { noPhone: true, phone: '07700 900111' }, { phone: '07700 900 111', noPhone: false }],
    ['postcode', { noFixedAbode: true, postcode: 'cv11' }, { address: { postcode: 'CV11' }, noFixedAbode: false }],
    ['guardianAgreed', { guardianAgreed: 'yes' }, {}],
    [
      'guardianName',
      { guardianName: 'Bea', guardianPhone: '07700900112', guardianAgreed: 'yes' },
      { guardian: { name: 'Bea', phone: '07700 900 112', agreed: true } },
    ],
    ['guardianPhone', { guardianName: 'Bea', guardianPhone: '12' }, 'edit.phoneUnreadable'],
    ['shareWithGp', { shareWithGp: 'no' }, { shareWithGp: 'no' }],
  ])('%s of %o', (part, typed, written) => {
    const result = writtenOf({ ...form, ...typed }, part, today)
    expect(result.ok ? result.value : result.reason).toEqual(written)
  })
})

test('one timeline of sessions and notes, newest first', () => {
  const timeline = timelineOf({
    attendance: [
      { sessionId: 's1', group: 'Walk', date: '2026-10-15', arrived: '10:30', state: 'here' },
      { sessionId: 's2', group: 'Walk', date: '2026-10-22', arrived: '10:31', state: 'undone' },
    ],
    notes: [{ id: 'n1', kind: null, text: 'Rang her.', at: '2026-10-17T09:00:00Z', by: 'Priya' }],
  })
  expect(timeline.map((one) => one.id)).toEqual(['s2', 'n1', 's1'])
  expect(timeline[0]).toMatchObject({ undone: true, kind: 'session' })
})
