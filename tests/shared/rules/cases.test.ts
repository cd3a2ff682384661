import { describe, expect, test } from 'vitest'
import {
  absenceOf,
  actingFor,
  attemptsInVain,
  caseStateOf,
  contactsInOrder,
  firstContactOn,
  lastContact,
  nextNumber,
  openCaseOf,
  ownerOf,
  ownersOf,
} from '../../../src/shared/rules/cases.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { at, idFor } from '../../support/builders.ts'

const base = { personId: idFor('Jean Oakes'), episodeId: idFor('case'), byId: idFor('Grace') }

function aCase(number: number, more: Partial<Entity<'episode'>> = {}): Entity<'episode'> {
  return { id: idFor(`case ${number}`), personId: base.personId, number, openedOn: '2026-10-01', at: at('09:00'), byId: base.byId, ...more }
}

function owns(id: string, time: string, owner: string | null, more: Partial<Entity<'assignment'>> = {}): Entity<'assignment'> {
  return { ...base, id, ownerId: owner && idFor(owner), at: at(time), ...more }
}

function contact(time: string, came: Entity<'caseContact'>['came'], more: Partial<Entity<'caseContact'>> = {}): Entity<'caseContact'> {
  return { ...base, id: idFor(`contact ${time} ${came}`), how: 'call', came, on: at(time), at: at(time), ...more }
}

function away(who: string, from: string, until: string | null, cover: string | null, more: Partial<Entity<'timeAway'>> = {}): Entity<'timeAway'> {
  return {
    id: idFor(`${who} ${from}`),
    colleagueId: idFor(who),
    from,
    until,
    coverId: cover && idFor(cover),
    at: at('09:00'),
    byId: base.byId,
    ...more,
  }
}

describe('[story 20] the owner of a case', () => {
  test('is who it was given to last, whichever order the laptops told', () => {
    const [first, second] = [owns('a', '09:00', 'Grace'), owns('b', '10:00', 'Owen')]
    expect(ownerOf([first, second])).toBe(idFor('Owen'))
    expect(ownerOf([second, first])).toBe(idFor('Owen'))
    expect(ownersOf([first, second]).map((one) => one.id)).toEqual(['b', 'a'])
  })

  test('given to two at the same moment, the id decides, so that every laptop says the same', () => {
    const both = [owns('a', '09:00', 'Grace'), owns('b', '09:00', 'Owen')]
    expect([ownerOf(both), ownerOf([...both].reverse())]).toEqual([idFor('Owen'), idFor('Owen')])
  })

  test('given by mistake, it is again with who had it; with nobody, nobody', () => {
    expect(ownerOf([owns('a', '09:00', 'Grace'), owns('b', '10:00', 'Owen', { voidedBecause: 'a mistake' })])).toBe(idFor('Grace'))
    expect(ownerOf([owns('a', '09:00', 'Grace'), owns('b', '10:00', null)])).toBeNull()
    expect(ownerOf([])).toBeNull()
  })
})

describe('[story 20] leave and cover', () => {
  const rows = [away('Grace', '2026-10-20', '2026-10-24', 'Owen'), away('Owen', '2026-10-22', null, 'Anita')]

  test('from the first day to the last', () => {
    const days = ['2026-10-19', '2026-10-20', '2026-10-24', '2026-10-25']
    expect(days.map((day) => absenceOf(rows, idFor('Grace'), day) !== null)).toEqual([false, true, true, false])
  })

  test('who covers may be away too, and is covered for', () => {
    expect(actingFor(rows, idFor('Grace'), '2026-10-21')).toBe(idFor('Owen'))
    expect(actingFor(rows, idFor('Grace'), '2026-10-22')).toBe(idFor('Anita'))
  })

  test('two who cover for each other are away both: nobody does it, and nothing hangs', () => {
    const each = [away('Grace', '2026-10-20', null, 'Owen'), away('Owen', '2026-10-20', null, 'Grace')]
    expect(actingFor(each, idFor('Grace'), '2026-10-21')).toBeNull()
    expect(actingFor([away('Grace', '2026-10-20', null, null)], idFor('Grace'), '2026-10-21')).toBeNull()
  })

  test('written down by mistake, they are here', () => {
    expect(actingFor([away('Grace', '2026-10-20', null, 'Owen', { voidedBecause: 'a mistake' })], idFor('Grace'), '2026-10-21')).toBe(idFor('Grace'))
  })
})

describe('[story 19] attempts to reach somebody', () => {
  test('count since somebody last spoke to them; a letter that was sent is none', () => {
    const all = [
      contact('09:00', 'noAnswer'),
      contact('09:10', 'spoke'),
      contact('09:20', 'message'),
      contact('09:30', 'sent'),
      contact('09:40', 'wrongNumber'),
    ]
    expect(attemptsInVain(all)).toBe(2)
    expect(attemptsInVain([...all].reverse())).toBe(2)
  })

  test('three without an answer are enough to ask what now; one that was a mistake does not count', () => {
    const three = ['09:00', '09:10', '09:20'].map((time) => contact(time, 'noAnswer'))
    expect(caseStateOf(aCase(1), three)).toBe('noContact')
    expect(caseStateOf(aCase(1), three.slice(1))).toBe('contacting')
    expect(caseStateOf(aCase(1), [...three.slice(1), { ...three[0]!, voidedBecause: 'a mistake' }])).toBe('contacting')
    expect(caseStateOf(aCase(1), [])).toBe('waiting')
    expect(caseStateOf(aCase(1, { startedOn: '2026-10-20' }), three)).toBe('started')
    expect(caseStateOf(aCase(1, { closedOn: '2026-10-20', closedAs: 'moved' }), three)).toBe('closed')
  })

  test('are in order of when they were, not of when they were written down', () => {
    const later = contact('09:00', 'noAnswer', { at: at('12:00') })
    const now = contact('10:00', 'message')
    expect(contactsInOrder([later, now]).map((one) => one.id)).toEqual([now.id, later.id])
    expect(lastContact([later, now])?.id).toBe(now.id)
    expect(firstContactOn([later, now], '2026-10-22')).toBe('2026-10-22')
    expect(firstContactOn([later, now], '2026-10-23')).toBeNull()
  })
})

describe('[story 20] the open case', () => {
  test('is the one that is neither closed nor a mistake', () => {
    const open = aCase(2)
    expect(openCaseOf([aCase(1, { closedOn: '2026-10-02' }), open, aCase(3, { voidedBecause: 'a mistake' })])?.id).toBe(open.id)
    expect(openCaseOf([aCase(1, { closedOn: '2026-10-02' })])).toBeNull()
  })

  test('a number is never used twice, not even one of a mistake: another laptop may have written into it', () => {
    expect(nextNumber([])).toBe(1)
    expect(nextNumber([aCase(1, { closedOn: '2026-10-02' }), aCase(2, { voidedBecause: 'a mistake' })])).toBe(3)
  })
})
