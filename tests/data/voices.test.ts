import { describe, expect, test } from 'vitest'
import { episodeIdOf } from '../../src/shared/std/ids.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import { aGroup, aPerson, aSession, idFor, which, type Known } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const [groupId, jean, tom, storyId] = [idFor('Walk and Talk'), idFor('Jean Oakes'), idFor('Tom'), idFor('story')]
const walk = which('Walk and Talk')
const today = '2026-10-22'
const written = { at: '2026-10-01T09:00:00.000Z', byId: tom }
const secret = 'He hits me at home'
const agreement = { id: idFor('agreement'), personId: jean, of: 'pictures', use: 'website', said: 'yes', agreedBy: 'self', how: 'spoken' } as const
const known = (more: Known = {}): Known => ({
  person: [aPerson('Jean Oakes')],
  group: [aGroup('Buggy Talk'), aGroup('Walk and Talk')],
  session: [aSession(walk)],
  colleague: [
    { id: tom, name: 'Tom Ashby', role: 'linkWorker' },
    { id: idFor('Nisha'), name: 'Nisha Rao', role: 'lead' },
  ],
  ...more,
})
const laptopOf = (role: Role, more?: Known) => laptopWith(known(more), { name: role === 'lead' ? 'Nisha' : 'Tom', role })
const telling = { groupId, session: walk, on: today, said: 'cafe' as const }
const tasks = async (laptop: TestLaptop, kind: string, team = false) =>
  (await laptop.view('myDay', { team, most: 9 }))!.tasks.filter((one) => one.kind === kind).flatMap((one) => one.first)

describe('[story 33] voices on the laptops of the team', () => {
  test('with no network: what was told in the café is in the counts and the words, and still after the laptop was closed', async () => {
    const laptop = await laptopOf('linkWorker')
    laptop.surgery.trouble = 'offline'
    for (const nth of [1, 2, 3, 4, 5]) await laptop.does('tellVoice', { ...telling, today: nth, change: 'better', words: nth === 1 ? 'I sleep' : '' })
    await laptop.restart()
    await laptop.laptop.whole
    const view = (await laptop.view('voices', { groupId: null }))!
    expect(view.groupId).toBe(groupId) // that of which most was told
    expect(view.told?.months.at(-1)).toEqual({ month: '2026-10', answers: 5, faces: [1, 1, 1, 1, 1] })
    expect(view.told).toMatchObject({ changes: { answers: 5, of: { better: 5 } }, words: [{ words: 'I sleep', month: '2026-10' }] })
    expect((await laptop.view('voices', { groupId: idFor('Buggy Talk') }))!.told).toMatchObject({ words: [], changes: { answers: 0 } })
  })

  test('a disclosure is on the lead’s day and page, once; a link worker is told that one waits', async () => {
    const voice = [{ id: idFor('voice'), groupId, on: today, said: 'kiosk' as const, forLead: true, leadWords: secret }]
    const lead = await laptopOf('lead', { voice })
    expect(await tasks(lead, 'voiceToRead')).toMatchObject([{ place: 'voices', name: 'Walk and Talk', personId: '' }])
    expect((await lead.view('voices', { groupId }))!.toRead).toMatchObject([{ words: secret, why: 'crisis', month: '2026-10' }])
    await lead.does('readVoice', { voiceId: voice[0]!.id, did: 'Raised a concern', show: false })
    const after = (await lead.view('voices', { groupId }))!
    expect(after).toMatchObject({ toRead: [], read: [{ words: secret, did: 'Raised a concern', by: 'Nisha Rao' }], told: { words: [], waiting: 0 } })
    expect(await tasks(lead, 'voiceToRead')).toEqual([])
    const worker = await laptopOf('linkWorker', { voice: voice.map(({ leadWords: _, ...told }) => told) }) // as the surgery tells it
    const seen = (await worker.view('voices', { groupId }))!
    expect(seen).toMatchObject({ toRead: [], read: [], told: { waiting: 1, words: [] } })
    expect(await tasks(worker, 'voiceToRead')).toEqual([])
  })

  test('a link worker who wrote a disclosure down does not get it to read', async () => {
    const laptop = await laptopOf('linkWorker')
    expect(await laptop.does('tellVoice', { ...telling, words: secret })).toEqual({ forLead: true })
    expect(JSON.stringify(await laptop.view('voices', { groupId }))).not.toContain(secret)
  })

  test('what people would like waits on the gap board with the town of the group, until it is a gap or is none', async () => {
    const voice = ['nearer', 'otherTime'].map((wish) => ({
      ...{ id: idFor(wish), groupId, on: today, said: 'kiosk' as const, wishes: [wish as 'nearer'] },
      ...(wish === 'nearer' ? { words: 'A walk in Bedworth' } : {}),
    }))
    const laptop = await laptopOf('linkWorker', {
      voice,
      venue: [{ id: idFor('park'), name: 'The park', town: 'Nuneaton' }],
      group: [aGroup('Walk and Talk', { venueId: idFor('park') })],
    })
    const wishes = async () => (await laptop.view('gaps', { months: 3 }))!.wishes
    expect((await wishes()).map((one) => [one.place, one.words, one.wishes])).toEqual(
      expect.arrayContaining([
        ['Nuneaton', 'A walk in Bedworth', ['nearer']],
        ['Nuneaton', '', ['otherTime']],
      ]),
    )
    await laptop.does('gapFromVoice', { voiceId: idFor('nearer'), need: 'movement', place: 'Bedworth' })
    await laptop.does('noGapFromVoice', { voiceId: idFor('otherTime') })
    expect(await wishes()).toEqual([])
    expect((await laptop.view('gaps', { months: 3 }))!.lines).toMatchObject([{ need: 'movement', place: 'Bedworth' }])
  })
})

describe('[story 34] agreements on the laptops of link workers and leads', () => {
  const holds = { ...agreement, wording: 'use-1', on: '2026-05-01', ...written }
  test('withdrawn: the page says so, the story is to be taken down, and it is on the day of the team until somebody says where and that it was', async () => {
    const words = { ...holds, id: idFor('words'), of: 'words' as const, storyId, as: ['words' as const], expiresOn: '2031-05-01' }
    const laptop = await laptopOf('linkWorker', {
      story: [{ id: storyId, kind: 'quote', words: 'I sleep', personId: jean, on: today, ...written }],
      useAgreement: [words],
      showing: [{ id: idFor('shown'), ofId: storyId, use: 'website', where: 'Our page', since: today, ...written }],
    })
    expect((await laptop.view('stories', null))!.takeDown).toEqual([])
    await laptop.does('withdrawUseAgreement', { personId: jean, storyId, uses: ['website'], agreedBy: 'self' })
    expect((await laptop.view('stories', null))!.takeDown).toMatchObject([{ where: 'Our page', why: 'withdrawn', by: 'Tom Ashby', words: 'I sleep' }])
    expect(await tasks(laptop, 'takeDown')).toMatchObject([{ name: 'Our page', place: 'stories' }])
    await laptop.does('takeDown', { showingId: idFor('shown'), ended: 'takenDown', on: today, words: '' })
    expect((await laptop.view('stories', null))!).toMatchObject({
      takeDown: [],
      stories: [{ shown: [{ ended: { as: 'takenDown', on: today, by: 'Tom Ashby' } }] }],
    })
  })

  test('a story of somebody who was joined to another is asked, agreed and shown as before', async () => {
    const story = [{ id: storyId, kind: 'quote' as const, words: 'I sleep', personId: jean, on: today, ...written }]
    const laptop = await laptopOf('linkWorker', { person: [aPerson('Jean Oakes'), aPerson('Jeanie Oakes')], story })
    const survivor = idFor('Jeanie Oakes')
    await laptop.does('answerSamePerson', { personId: jean, otherId: survivor, answer: 'same', survivorId: survivor })
    const [shown] = (await laptop.view('stories', null))!.stories
    expect(shown?.person?.personId).toBe(survivor)
    const asked = { personId: survivor, storyId, agreedBy: 'self', how: 'spoken', signedAs: '', on: today, expiresOn: '2031-10-22' } as const
    await laptop.does('recordUseAgreement', { ...asked, answers: [{ use: 'website', said: 'yes' }] })
    await laptop.does('showStory', { storyId, use: 'website', where: 'Our page', since: today })
    expect((await laptop.view('stories', null))!).toMatchObject({ takeDown: [], stories: [{ shown: [{ where: 'Our page' }] }] })
    expect((await laptop.does('withdrawUseAgreement', { personId: survivor, storyId, uses: ['website'], agreedBy: 'self' })).uses).toEqual([
      'website',
    ])
    expect(await laptop.run('recordUseAgreement', { ...asked, personId: null, answers: [{ use: 'website', said: 'yes' }] })).toMatchObject({
      reason: 'noSuchStory',
    })
  })

  test('a story that another laptop removed or erased while it was put up here is to be taken down', async () => {
    const agreed = { ...holds, of: 'words' as const, storyId, as: ['words' as const], expiresOn: '2031-05-01' }
    const put = {
      useAgreement: [agreed],
      showing: [{ id: idFor('shown'), ofId: storyId, use: 'website', where: 'Our page', since: today, ...written }],
    }
    const story = [{ id: storyId, kind: 'quote', words: 'I sleep', personId: jean, on: today, ...written, voidedBecause: 'The wrong words' }]
    for (const known of [{ ...put, story }, put] as Known[]) {
      const laptop = await laptopOf('linkWorker', known)
      expect((await laptop.view('stories', null))!.takeDown).toMatchObject([{ where: 'Our page', why: 'notAsked' }])
    }
  })

  test('an agreement that ends within a month is asked again: by who has the case, else by a lead; not of who wants no photos', async () => {
    const episodeId = episodeIdOf(jean, 1)
    const mine: Known = {
      episode: [{ id: episodeId, personId: jean, number: 1, openedOn: '2026-10-01', ...written }],
      assignment: [{ id: idFor('assignment'), personId: jean, episodeId, ownerId: tom, ...written }],
    }
    const ends = (expiresOn: string): Known => ({ useAgreement: [{ ...holds, expiresOn }] })
    const asked = async (role: Role, more: Known) => (await tasks(await laptopOf(role, more), 'askUseAgain')).map((one) => one.due)
    expect(await asked('linkWorker', { ...mine, ...ends('2026-11-20') })).toEqual(['2026-11-20'])
    expect(await asked('linkWorker', { ...mine, ...ends('2026-11-22') })).toEqual([])
    expect(await asked('linkWorker', ends('2026-10-01'))).toEqual([])
    expect(await asked('lead', ends('2026-10-01'))).toEqual(['2026-10-01'])
    expect(await asked('lead', { ...ends('2026-10-01'), person: [aPerson('Jean Oakes', { photo: 'no' })] })).toEqual([])
  })

  test('a facilitator is told of none of it', async () => {
    const laptop = await laptopOf('facilitator')
    expect(await laptop.view('pictures', { personId: jean })).toMatchObject({ history: [], subjects: [{ uses: expect.any(Array) }] })
    expect((await laptop.view('stories', null))!.stories).toEqual([])
  })
})
