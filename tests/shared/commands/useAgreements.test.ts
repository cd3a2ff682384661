import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../src/shared/commands/index.ts'
import { latestOf } from '../../../src/shared/rules/mayUse.ts'
import { episodeIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aPerson, at, idFor, which } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const personId = idFor('Jean Oakes')
const today = '2026-10-22'
let worker: Acting
beforeEach(() => {
  worker = new Acting().with('person', aPerson('Jean Oakes')).with('group', aGroup('Walk and Talk'))
})
const asks = (more: Partial<InputOf<'recordUseAgreement'>> = {}): InputOf<'recordUseAgreement'> => ({
  ...{ personId, storyId: null, answers: [{ use: 'website', said: 'yes' }], agreedBy: 'self', how: 'spoken', signedAs: '' },
  ...{ on: today, expiresOn: '2031-10-22' },
  ...more,
})
const records = (more?: Partial<InputOf<'recordUseAgreement'>>) => worker.does('recordUseAgreement', asks(more))
const withdraws = (more: Partial<InputOf<'withdrawUseAgreement'>> = {}) => {
  worker.now = at('10:45')
  return worker.does('withdrawUseAgreement', { personId, storyId: null, uses: ['website'], agreedBy: 'self', ...more })
}
const photo = () => worker.sees('person', personId)?.photo
const agreed = (id: string) => worker.sees('useAgreement', id)
const idsOf = (done: ReturnType<typeof records>) => (done.ok ? done.value.agreementIds : [])

describe('[story 34] agreements to use photos and film', () => {
  test('each use is a row, with who, how, the wording, the day and until when', () => {
    const done = records({
      answers: [
        { use: 'website', said: 'yes' },
        { use: 'press', said: 'no' },
      ],
      how: 'paper',
      signedAs: 'Jean Oakes',
    })
    const [website, press] = idsOf(done)
    expect(agreed(website!)).toMatchObject({
      ...{ personId, of: 'pictures', use: 'website', said: 'yes', agreedBy: 'self', how: 'paper', signedAs: 'Jean Oakes', wording: 'use-1' },
      ...{ on: today, expiresOn: '2031-10-22', inTheirCare: false },
    })
    expect(agreed(press!)).toMatchObject({ use: 'press', said: 'no' })
  })

  test('who looks after them and asks is written down', () => {
    const me = idFor('Tom')
    const episodeId = episodeIdOf(personId, 1)
    const written = { at: '2026-10-01T09:00:00.000Z', byId: me }
    worker.with('episode', { id: episodeId, personId, number: 1, openedOn: '2026-10-01', ...written })
    worker.with('assignment', { id: idFor('assignment'), personId, episodeId, ownerId: me, ...written })
    expect(agreed(idsOf(records())[0]!)).toMatchObject({ inTheirCare: true })
  })

  test('baby in shot needs a parent’s signature', () => {
    const baby = { baby: 'Amira' }
    expect(records(baby)).toMatchObject({ reason: 'parentMustSign' })
    expect(records({ ...baby, agreedBy: 'parent' })).toMatchObject({ reason: 'parentMustSign' })
    expect(records({ ...baby, agreedBy: 'parent', how: 'signedOnScreen' })).toMatchObject({ reason: 'signatureMissing' })
    expect(records({ ...baby, agreedBy: 'parent', how: 'signedOnScreen', signedAs: 'Jean Oakes' }).ok).toBe(true)
    expect(photo()).toBeUndefined() // a baby’s answer is not the person’s
  })

  test('for a no nobody has to sign', () => {
    expect(records({ baby: 'Amira', answers: [{ use: 'website', said: 'no' }] }).ok).toBe(true)
  })

  test('under 18 the same; of a grown-up no parent answers', () => {
    expect(records({ agreedBy: 'parent', how: 'paper', signedAs: 'Ann Oakes' })).toMatchObject({ reason: 'parentCannot' })
    worker.with('person', aPerson('Jean Oakes', { bornOn: '2010-01-01' }))
    expect(records({ how: 'paper', signedAs: 'Jean Oakes' })).toMatchObject({ reason: 'parentMustSign' })
    expect(records({ agreedBy: 'parent', how: 'paper', signedAs: 'Ann Oakes' }).ok).toBe(true)
  })

  test('the “no photo” mark follows, and is never less strict than their own', () => {
    records({ answers: [{ use: 'website', said: 'no' }] })
    expect(photo()).toBe('no')
    worker.now = at('10:40')
    records()
    expect(photo()).toBe('no')
    worker.with('person', aPerson('Jean Oakes', { photo: 'yes' }))
    expect(withdraws().ok).toBe(true)
    expect(photo()).toBe('no')
  })

  test('the mark goes with the day on which it runs out; what they say themselves later has none', () => {
    const until = () => worker.sees('person', personId)?.photoUntil
    records({ expiresOn: '2027-03-01' })
    expect([photo(), until()]).toEqual(['yes', '2027-03-01'])
    worker.now = at('10:40')
    records({ answers: [{ use: 'press', said: 'yes' }], expiresOn: '2028-01-01' })
    expect([photo(), until()]).toEqual(['yes', '2028-01-01'])
    expect(withdraws({ uses: ['press'] }).ok).toBe(true)
    expect([photo(), until()]).toEqual(['yes', '2027-03-01'])
    expect(worker.does('editPerson', { personId, fields: { photo: 'yes' } }).ok).toBe(true)
    expect([photo(), until()]).toEqual(['yes', null])
    expect(worker.does('editPerson', { personId, fields: { photo: 'yes' } })).toMatchObject({ reason: 'nothingChanged' })
  })

  test('withdrawn: only what was agreed; what was written before stays as it was', () => {
    const [id] = idsOf(records())
    expect(withdraws({ uses: ['press'] })).toMatchObject({ reason: 'nothingChanged' })
    expect(withdraws({ uses: ['press', 'website'], agreedBy: 'attorney' })).toMatchObject({ reason: 'whoActedMissing' })
    expect(withdraws({ uses: ['press', 'website'], agreedBy: 'attorney', signedAs: 'Ann Oakes' })).toMatchObject({
      ok: true,
      value: { uses: ['website'] },
    })
    expect(worker.all('useAgreement').find((one) => one.said === 'withdrawn')).toMatchObject({ agreedBy: 'attorney', signedAs: 'Ann Oakes' })
    expect(agreed(id!)).toMatchObject({ said: 'yes' })
    expect(withdraws().ok).toBe(false)
  })

  test('[story 34] a withdrawal counts though the laptop that wrote the yes had a clock that was fast; so does the next yes', () => {
    worker.now = at('11:45')
    const [id] = idsOf(records())
    expect(withdraws().ok).toBe(true) // an hour before it, by this laptop's clock
    const all = () => worker.all('useAgreement')
    const holds = () => latestOf(all(), { personId, of: 'pictures', storyId: null }, 'website')?.said
    expect([agreed(id!)?.said, holds()]).toEqual(['yes', 'withdrawn'])
    expect(records().ok).toBe(true)
    expect(holds()).toBe('yes')
  })

  test.each([
    [{ on: '2026-10-23' }, 'dateAhead'],
    [{ expiresOn: today }, 'endsBefore'],
    [{ how: 'paper' as const }, 'signatureMissing'],
    [{ agreedBy: 'deputy' as const }, 'whoActedMissing'],
    [{ personId: idFor('nobody') }, 'noSuchPerson'],
    [{ personId: null }, 'noSuchPerson'],
    [{ storyId: idFor('no story') }, 'noSuchStory'],
  ])('%j: %s', (more, reason) => expect(records(more)).toMatchObject({ ok: false, reason }))
})

describe('[story 33] stories and quotes', () => {
  const writes = (more: Partial<InputOf<'writeStory'>> = {}) => {
    const done = worker.does('writeStory', { kind: 'quote', words: 'I sleep again.', personId, groupId: null, on: today, ...more })
    if (!done.ok) throw new Error(done.reason)
    return done.value.storyId
  }
  const shows = (storyId: string) => worker.does('showStory', { storyId, use: 'website', where: 'Our page', since: today })
  const words = (storyId: string, more: Partial<InputOf<'recordUseAgreement'>> = {}) =>
    records({ storyId, answers: [{ use: 'website', said: 'yes', as: ['words', 'firstName'] }], ...more })

  test('is shown only where it was agreed, and not before', () => {
    const storyId = writes()
    expect(shows(storyId)).toMatchObject({ reason: 'notAgreedToUse' })
    expect(idsOf(words(storyId)).map((id) => agreed(id)?.as)).toEqual([['words', 'firstName']])
    expect(photo()).toBeUndefined()
    expect(worker.does('showStory', { storyId, use: 'press', where: 'The paper', since: today })).toMatchObject({ reason: 'notAgreedToUse' })
    expect(shows(storyId).ok).toBe(true)
  })

  test('told by somebody who is not named, agreed on the spot and withdrawn', () => {
    const storyId = writes({ personId: null })
    expect(words(storyId)).toMatchObject({ reason: 'noSuchStory' }) // it is not Jean’s
    expect(words(storyId, { personId: null }).ok).toBe(true)
    expect(shows(storyId).ok).toBe(true)
    expect(withdraws({ personId: null, storyId }).ok).toBe(true)
    expect(shows(storyId)).toMatchObject({ reason: 'notAgreedToUse' })
  })

  test('[story 34] withdrawn after print: where it was taken down and by whom, or why it cannot be; a story that is shown stays', () => {
    const storyId = writes()
    words(storyId)
    const done = shows(storyId)
    const showingId = done.ok ? done.value.showingId : ''
    expect(worker.does('voidStory', { storyId, because: 'x' })).toMatchObject({ reason: 'stillShown' })
    const down = { showingId, on: today, words: '' }
    expect(worker.does('takeDown', { ...down, ended: 'cannot' })).toMatchObject({ reason: 'whyNeeded' })
    expect(worker.does('takeDown', { ...down, ended: 'takenDown', on: '2026-10-23' })).toMatchObject({ reason: 'dateAhead' })
    expect(worker.does('takeDown', { ...down, ended: 'cannot', words: 'In the paper of 3 May' }).ok).toBe(true)
    expect(worker.sees('showing', showingId)).toMatchObject({ ended: 'cannot', endedOn: today, endedBy: idFor('Tom') })
    expect(worker.does('voidStory', { storyId, because: 'x' }).ok).toBe(true)
  })

  test('words are asked for', () => {
    expect(worker.does('writeStory', { kind: 'quote', words: '  ', personId, groupId: null, on: today })).toMatchObject({ reason: 'sayWhatTheySaid' })
  })
})

describe('[story 33] a voice', () => {
  const groupId = idFor('Walk and Talk')
  const told = (more: Partial<InputOf<'tellVoice'>> = {}): InputOf<'tellVoice'> => ({
    ...{ groupId, session: which('Walk and Talk'), on: today, said: 'cafe', words: '' },
    ...more,
  })
  const voices = () => worker.all('voice')

  test('how the day was and what was said are two rows, and neither leads to the other', () => {
    worker.does('tellVoice', told({ today: 4, change: 'better', words: 'I sleep again.' }))
    const [mood] = worker.all('mood')
    const [voice] = voices()
    expect([Object.keys(mood!).sort(), Object.keys(voice!).sort()]).toEqual([
      ['id', 'on', 'sessionId', 'today'],
      ['change', 'groupId', 'id', 'on', 'said', 'sessionId', 'words'],
    ])
  })

  test('nothing said is nothing written; a day that is to come is refused', () => {
    expect(worker.does('tellVoice', told())).toMatchObject({ reason: 'nothingAnswered' })
    expect(worker.does('tellVoice', told({ today: 4, session: null }))).toMatchObject({ reason: 'nothingAnswered' })
    expect(worker.does('tellVoice', told({ change: 'same', on: '2026-10-23', session: null }))).toMatchObject({ reason: 'dateAhead' })
    expect(worker.does('tellVoice', told({ change: 'same', on: '2026-10-21' }))).toMatchObject({ reason: 'badInput' })
    expect(worker.does('tellVoice', told({ groupId: idFor('none'), session: null, change: 'same' }))).toMatchObject({ reason: 'noSuchGroup' })
  })

  test('a disclosure is for the lead: in one field, read once, with what was done, and shown only if the lead says so', () => {
    worker.does('tellVoice', told({ words: 'He hits me at home.', wishes: ['nearer'] }))
    const voiceId = voices()[0]!.id
    expect(voices()[0]).toMatchObject({ forLead: true, leadWords: 'He hits me at home.' })
    expect(voices()[0]!.words).toBeUndefined()
    expect(worker.does('readVoice', { voiceId, did: ' ', show: false })).toMatchObject({ reason: 'sayWhatYouDid' })
    expect(worker.does('readVoice', { voiceId, did: 'Raised a concern', show: false }).ok).toBe(true)
    expect(voices()[0]).toMatchObject({ lookedBy: idFor('Tom'), lookedWords: 'Raised a concern' })
    expect(voices()[0]!.words).toBeUndefined()
    expect(worker.does('readVoice', { voiceId, did: 'Again', show: true })).toMatchObject({ reason: 'nothingChanged' })
  })

  test('a wish becomes a gap of nobody, once, with where it came from', () => {
    worker.does('tellVoice', told({ said: 'kiosk', wishes: ['nearer'], words: 'A walk in Bedworth' }))
    const voiceId = voices()[0]!.id
    expect(worker.does('gapFromVoice', { voiceId, need: 'movement', place: 'Bedworth' }).ok).toBe(true)
    expect(worker.all('gap')).toMatchObject([
      {
        personId: null,
        need: 'movement',
        place: 'Bedworth',
        barrier: 'tooFar',
        from: 'kiosk',
        wants: 'A walk in Bedworth',
        mayAsk: false,
        on: today,
      },
    ])
    expect(worker.does('gapFromVoice', { voiceId, need: 'movement', place: 'Bedworth' })).toMatchObject({ reason: 'nothingChanged' })
    expect(worker.does('noGapFromVoice', { voiceId })).toMatchObject({ reason: 'nothingChanged' })
  })
})
