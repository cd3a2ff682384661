import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { defineRecord, field } from '../../../src/shared/records/defineRecord.ts'
import { definitionOf, definitions, recordNames, records } from '../../../src/shared/records/index.ts'
import { refsTo } from '../../../src/shared/records/refs.ts'
import { planTexts } from '../../../src/shared/records/plan.ts'
import { note } from '../../../src/shared/records/note.ts'

const places = ['facilitator', 'linkWorker', 'lead', 'neighbour', 'kiosk', 'csv', 'log']
const random = '018f4b9c-7b1e-7c3a-9d21-3b5a6c7d8e9f'

describe('the registry', () => {
  test('of every id it is said whose it is, and of nothing else', () => {
    const takesIds = (schema: z.ZodType) =>
      [random, [random]].some((ids) => schema.safeParse(ids).success) &&
      !schema.safeParse('Jean Oakes').success &&
      !schema.safeParse(['Jean Oakes']).success
    const unsaid = recordNames.flatMap((name) =>
      Object.entries(definitions[name].fields)
        .filter(([, one]) => takesIds(one.schema) !== one.to.length > 0)
        .map(([field]) => `${name}.${field}`),
    )
    expect(unsaid.sort()).toEqual(['membership.importId', 'person.importId', 'referral.importId']) // an import is no row
    expect(
      recordNames
        .flatMap((name) => Object.values(definitions[name].fields).flatMap((one) => one.to))
        .filter((one) => !recordNames.includes(one as never)),
    ).toEqual([])
  })

  test('what names a person is found by that: undoing an import, joining and erasing follow it', () => {
    expect(refsTo('person').map(({ record, fields }) => `${record}: ${fields.join(' ')}`)).toEqual(
      expect.arrayContaining(['note: aboutId', 'headCount: missingIds', 'concern: personId']),
    )
  })

  test('knows nothing by the names that every object has', () => {
    expect(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''].map(definitionOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(definitionOf('person')).toBe(records.person)
  })

  test('keeps what is needed at the door in memory, and what is long on disk', () => {
    expect(new Set(recordNames.filter((name) => !records[name].resident))).toEqual(
      new Set([
        'emergencyContact',
        'signIn',
        'headCount',
        'note',
        'companion',
        'registerMark',
        'sessionCall',
        'declaration',
        'rotaDuty',
        'kioskRequest',
        'mood',
        'contactLook',
        'takenLaptop',
        'paperSheet',
        'introduction',
      ]),
    )
  })

  test('shows what happened at the door though the server keeps it aside, and nothing that only the office decides', () => {
    expect(recordNames.filter((name) => !records[name].shownWhileHeld)).toEqual(['team', 'colleague', 'device', 'venue', 'group', 'card'])
  })

  test('keeps two numbers, two addresses and two texts of a plan side by side', () => {
    expect(recordNames.flatMap((name) => records[name].sideBySide.map((field) => `${name}.${field}`)).sort()).toEqual(
      [
        ...planTexts.map((box) => `plan.${box}`),
        'planAction.what',
        'planGoal.words',
        'proposal.aim',
        'service.localNote',
        'person.phone',
        'person.address',
        'emergencyContact.phone',
      ].sort(),
    )
  })
})

describe.each(recordNames)('%s', (name) => {
  const record = records[name]
  const fields = Object.keys(record.schema.shape)

  test('says of every field where it may go, and of no other', () => {
    expect(Object.keys(record.goes).sort()).toEqual([...fields].sort())
    for (const [field, goes] of Object.entries(record.goes)) expect([field, goes.filter((place) => !places.includes(place))]).toEqual([field, []])
  })

  test('links by fields that hold one random id, or several, and nothing readable', () => {
    for (const link of record.links) {
      const field = record.schema.shape[link as keyof typeof record.schema.shape] as z.ZodType
      const takes = (value: string) => field.safeParse(value).success || field.safeParse([value]).success
      expect([link, takes(random), takes('Jean Oakes')]).toEqual([link, true, false])
    }
  })

  test('needs exactly the fields that may not be missing', () => {
    const optional = fields.filter((field) => (record.schema.shape[field as never] as z.ZodType).safeParse(undefined).success)
    expect([...record.required].sort()).toEqual(fields.filter((field) => !optional.includes(field)).sort())
    expect(record.required.length).toBeGreaterThan(0)
  })

  test('has only field names that the wire lets through', () => {
    expect(fields.filter((field) => !/^[a-z][A-Za-z0-9]{0,60}$/.test(field) || field === 'id')).toEqual([])
  })

  test('keeps side by side only fields it has', () => {
    expect(record.sideBySide.filter((field) => !fields.includes(field))).toEqual([])
  })
})

describe('where things may go', () => {
  const places = (place: string) =>
    recordNames.flatMap((name) =>
      Object.entries(records[name].goes)
        .filter(([, goes]) => (goes as readonly string[]).includes(place))
        .map(([field]) => `${name}.${field}`),
    )

  test('a kiosk never gets a family name, phone, birth date, alert or address', () => {
    expect(places('kiosk')).toEqual([
      'team.name',
      'colleague.name',
      'person.givenName',
      'person.knownAs',
      'venue.name',
      'venue.meetingPoint',
      'group.name',
      'group.venueId',
      'group.leaderId',
      'group.schedule',
      'session.date',
      'session.start',
      'session.end',
      'session.venueId',
      'session.leaderId',
    ])
  })

  test('the server’s log gets ids and dates, nothing that somebody said or is called', () => {
    const readable = places('log').filter((place) => {
      const [name, field] = place.split('.') as [keyof typeof records, string]
      const schema = records[name].schema.shape[field as never] as z.ZodType
      return schema.safeParse('Jean Oakes').success || schema.safeParse(['Jean Oakes']).success
    })
    expect(readable).toEqual([])
    expect(places('log')).toContain('signIn.sessionId')
    expect(places('log').filter((place) => /^(concern|declaration\.[^p])/.test(place))).toEqual([])
  })

  test('home addresses stay off the laptops that go to the park', () => {
    expect(records.person.goes.address).toEqual(['linkWorker', 'lead', 'csv'])
  })

  test('tells a facilitator of other groups when a session was and who leads it, and no word that somebody wrote', () => {
    expect(places('neighbour')).toEqual(
      ['groupId', 'date', 'slot', 'start', 'end', 'venueId', 'leaderId', 'startedAt', 'allBackAt', 'closedAt'].map((field) => `session.${field}`),
    )
  })

  test('an export carries no note, no alert and no emergency contact', () => {
    expect(places('csv').filter((field) => /^(note|emergencyContact)\.|alerts|photo/.test(field))).toEqual([])
  })
})

describe('a later version', () => {
  test('counts one up for each addition and needs no more than before', () => {
    const next = defineRecord({
      ...note,
      fields: { ...note.fields, mood: field(note.schema.shape.text.optional(), ['lead']) },
      added: [...note.added, { mood: '' }],
    })
    expect([note.version, next.version, next.required]).toEqual([1, 2, note.required])
  })
})
