import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { photoMark, photoOn, photoUntil } from '../../../src/shared/rules/photoMark.ts'
import { expiryOf, mayTell, mayUse, toTakeDown, uses, type InPicture } from '../../../src/shared/rules/mayUse.ts'
import { idFor } from '../../support/builders.ts'

type Agreement = Entity<'useAgreement'>
const today = '2026-10-22'
const [jean, amir] = [idFor('Jean Oakes'), idFor('Amir Sohal')]
let nth = 0
const said = (more: Partial<Agreement> = {}): Agreement => ({
  id: idFor(`agreement ${nth++}`),
  personId: jean,
  of: 'pictures',
  storyId: null,
  use: 'website',
  said: 'yes',
  agreedBy: 'self',
  how: 'spoken',
  wording: 'use-1',
  on: '2026-10-01',
  expiresOn: '2031-10-01',
  at: '2026-10-01T09:00:00.000Z',
  byId: idFor('Tom'),
  ...more,
})
const inIt = (personId: string, more: Partial<InPicture> = {}): InPicture => ({ personId, person: {}, ...more })
const website = (people: readonly InPicture[], agreements: readonly Agreement[], day = today) => mayUse(people, agreements, day).website

describe('[story 34] what may be used where', () => {
  test('off unless it was agreed, and each use for itself', () => {
    expect(website([inIt(jean)], [])).toEqual({ may: false, because: [{ personId: jean, why: 'notAsked' }] })
    const all = mayUse([inIt(jean)], [said()], today)
    expect(uses.filter((use) => all[use].may)).toEqual(['website'])
    expect(all.website).toEqual({ may: true, until: '2031-10-01' })
  })

  test('one refusal in a group photo makes it unusable', () => {
    const both = [inIt(jean), inIt(amir)]
    expect(website(both, [said(), said({ personId: amir, expiresOn: '2028-01-01' })])).toEqual({ may: true, until: '2028-01-01' })
    expect(website(both, [said(), said({ personId: amir, said: 'no' })])).toEqual({ may: false, because: [{ personId: amir, why: 'no' }] })
    expect(website(both, [said()])).toEqual({ may: false, because: [{ personId: amir, why: 'notAsked' }] })
  })

  test('with twenty people in it, whoever they are and in whatever order', () => {
    const standings = fc.array(fc.constantFrom('yes', 'no', 'withdrawn'), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(standings, (all) => {
        const people = all.map((_, at) => inIt(idFor(`person ${at}`)))
        const agreements = all.map((one, at) => said({ personId: idFor(`person ${at}`), said: one as Agreement['said'] }))
        expect(website(people, agreements.reverse()).may).toBe(all.every((one) => one === 'yes'))
      }),
      { numRuns: 100 },
    )
  })

  test('a baby in it needs its parent’s signature, whatever the parent said of themselves', () => {
    const family = [inIt(jean), inIt(jean, { baby: 'Amira' })]
    expect(website(family, [said()])).toEqual({ may: false, because: [{ personId: jean, baby: 'Amira', why: 'notAsked' }] })
    const baby = { baby: 'amira', agreedBy: 'parent' as const }
    expect(website(family, [said(), said({ ...baby, how: 'spoken' })])).toMatchObject({ because: [{ baby: 'Amira', why: 'needsParent' }] })
    expect(website(family, [said(), said({ ...baby, agreedBy: 'self', how: 'paper' })])).toMatchObject({ because: [{ why: 'needsParent' }] })
    expect(website(family, [said(), said({ ...baby, how: 'signedOnScreen' })]).may).toBe(true)
  })

  test('somebody under 18 needs it too; a grown-up has nobody who answers as a parent', () => {
    const child = [inIt(jean, { person: { bornOn: '2010-01-01' } })]
    expect(website(child, [said({ how: 'paper' })])).toMatchObject({ because: [{ why: 'needsParent' }] })
    expect(website(child, [said({ how: 'paper', agreedBy: 'parent' })]).may).toBe(true)
    expect(website([inIt(jean)], [said({ how: 'paper', agreedBy: 'parent' })])).toMatchObject({ because: [{ why: 'needsParent' }] })
    for (const agreedBy of ['attorney', 'deputy', 'bestInterests'] as const) expect(website([inIt(jean)], [said({ agreedBy })]).may).toBe(true)
  })

  test('withdrawn and expired are no; the day it ends is the first on which it holds no more', () => {
    const later = { at: '2026-10-05T09:00:00.000Z' }
    expect(website([inIt(jean)], [said(), said({ said: 'withdrawn', ...later })])).toMatchObject({ because: [{ why: 'withdrawn' }] })
    expect(website([inIt(jean)], [said({ said: 'withdrawn', ...later }), said()])).toMatchObject({ because: [{ why: 'withdrawn' }] })
    expect(website([inIt(jean)], [said({ expiresOn: today })])).toMatchObject({ because: [{ why: 'expired' }] })
    expect(website([inIt(jean)], [said({ expiresOn: '2026-10-23' })]).may).toBe(true)
    expect(expiryOf('2024-02-29')).toBe('2029-02-28')
  })

  test('of two laptops that wrote in the same moment the stricter holds, in either order', () => {
    const [yes, no] = [said(), said({ said: 'no' })]
    for (const both of [
      [yes, no],
      [no, yes],
    ])
      expect(website([inIt(jean)], both).may).toBe(false)
  })

  test('their own “no photos” comes first; what was written by mistake does not count; who is not known is no', () => {
    expect(website([inIt(jean, { person: { photo: 'no' } })], [said()])).toMatchObject({ because: [{ why: 'noPhotos' }] })
    expect(website([inIt(jean)], [said({ voidedBecause: 'a slip' })])).toMatchObject({ because: [{ why: 'notAsked' }] })
    expect(website([{ personId: jean, person: undefined }], [said()])).toMatchObject({ because: [{ why: 'unknown' }] })
    expect(website([], [said()])).toEqual({ may: false, because: [] })
  })
})

describe('[story 34] the “no photo” mark', () => {
  const mark = (own: 'yes' | 'no' | undefined, ...agreements: Agreement[]) => photoMark(own, jean, agreements, today)
  test('follows from what was agreed where somebody was asked, and is never less strict than their own', () => {
    expect([mark(undefined), mark('yes'), mark('no')]).toEqual([undefined, 'yes', 'no'])
    expect(mark(undefined, said())).toBe('yes')
    expect(mark('no', said())).toBe('no')
    expect(mark('yes', said({ said: 'no' }))).toBe('no')
    expect(mark('yes', said({ said: 'no' }), said({ use: 'noticeboard' }))).toBe('yes')
    expect(mark('yes', said({ expiresOn: today }))).toBe('no')
    expect(mark('yes', said({ of: 'words', storyId: idFor('story'), said: 'no' }), said({ baby: 'Amira', said: 'no' }))).toBe('yes')
  })

  test('runs out on the day on which the last of the agreements does, and then is a no on every laptop', () => {
    const until = (...agreements: Agreement[]) => photoUntil(jean, agreements, today)
    expect([until(), until(said({ said: 'no' })), until(said({ expiresOn: today }))]).toEqual([null, null, null])
    expect(until(said(), said({ use: 'press', expiresOn: '2027-03-01' }), said({ use: 'national', said: 'no' }))).toBe('2031-10-01')
    expect(until(said(), said({ use: 'press', expiresOn: null }))).toBeNull()
    const on = (day: string, photo: 'yes' | 'no' | undefined = 'yes') => photoOn({ photo, photoUntil: '2027-03-01' }, day)
    expect([on('2027-02-28'), on('2027-03-01'), on('2027-02-28', 'no'), photoOn({}, today)]).toEqual(['yes', 'no', 'no', null])
    expect(photoOn({ photo: 'yes', photoUntil: null }, '2090-01-01')).toBe('yes')
  })
})

describe('[story 33] how a story may be told', () => {
  const one: Entity<'story'> = {
    id: idFor('story'),
    kind: 'quote',
    words: 'I sleep',
    personId: jean,
    on: today,
    at: `${today}T09:00:00.000Z`,
    byId: idFor('Tom'),
  }
  const words = (more: Partial<Agreement> = {}) => said({ of: 'words', storyId: one.id, as: ['words', 'firstName'], ...more })
  test('an agreement per use, with how it may be told; of another story or of pictures it says nothing', () => {
    const told = mayTell(one, [words(), words({ use: 'press', said: 'no' })], today)
    expect(told.website).toEqual({ may: true, as: ['words', 'firstName'], until: '2031-10-01' })
    expect([told.press, told.national]).toEqual([
      { may: false, why: 'no' },
      { may: false, why: 'notAsked' },
    ])
    expect(mayTell(one, [said(), words({ storyId: idFor('another') })], today).website.may).toBe(false)
  })

  test('of somebody who is not named it is told without a name, whatever was ticked', () => {
    const nobody = { ...one, personId: null }
    expect(mayTell(nobody, [words({ personId: null })], today).website).toMatchObject({ may: true, as: ['words'] })
    expect(mayTell(nobody, [words()], today).website.may).toBe(false)
  })
})

test('[story 34] withdrawn is to be taken down until somebody says it was, or cannot be: withdrawn after print', () => {
  const shown = (name: string, more: Partial<Entity<'showing'>> = {}): Entity<'showing'> => ({
    ...{ id: idFor(name), ofId: idFor('story'), use: 'website', where: name, since: '2026-05-01', at: `${today}T09:00:00.000Z`, byId: idFor('Tom') },
    ...more,
  })
  const all = [
    shown('page', { since: '2026-06-01' }),
    shown('board', { use: 'noticeboard' }),
    shown('paper', { ended: 'cannot' }),
    shown('gone', { ended: 'takenDown' }),
    shown('slip', { voidedBecause: 'undone' }),
    shown('stays', { use: 'press' }),
  ]
  const list = toTakeDown(all, ({ use }) => (use === 'press' ? 'yes' : 'withdrawn'))
  expect(list.map(({ showing, why }) => [showing.where, why])).toEqual([
    ['board', 'withdrawn'],
    ['page', 'withdrawn'],
  ])
})
