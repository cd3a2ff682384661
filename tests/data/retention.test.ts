import { beforeEach, describe, expect, test } from 'vitest'
import { episodeIdOf, erasureIdOf } from '../../src/shared/std/ids.ts'
import { ok } from '../../src/shared/std/result.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, at, idFor, rowsOf, sessionId, stampAt, which, type Known } from '../support/builders.ts'
import { TestLaptop } from '../support/laptop.ts'

const [jean, cyril] = [idFor('Jean Oakes'), idFor('Cyril Nutt')]
const nisha = idFor('Nisha')
const written = (date: string) => ({ at: at('11:00', date), byId: nisha })
const today = '2026-10-22'
const team: Known = {
  colleague: [
    { id: nisha, name: 'Nisha Rao', role: 'lead' },
    { id: idFor('Tom'), name: 'Tom Ashby', role: 'linkWorker' },
  ],
  group: [aGroup('Walk and Talk')],
}
const old = stampAt('09:00', 'server', 0, '2017-05-01')

const anIncident = (more: object) => ({
  ...{ id: idFor('fall'), sessionId: sessionId(which('Walk and Talk')), kind: 'fall', happenedAt: at('10:00', '2018-10-22'), personIds: [jean] },
  ...{ what: 'Slipped', ambulance: false, ...written('2018-10-22') },
  ...more,
})
const aConcern = { id: idFor('concern'), personId: jean, what: 'x', told: 'the lead', ...written('2018-10-22') }
const aStory = { id: idFor('story'), kind: 'quote', words: 'I sleep', personId: jean, on: '2018-10-22', ...written('2018-10-22') } as const
const shownAt = (ofId: string) => ({ id: idFor('shown'), ofId, use: 'website', where: 'Our page', since: '2018-10-22', ...written('2018-10-22') })
const file = { kind: 'picture', fileName: 'walk.jpg', mime: 'image/jpeg', bytes: 10, digest: '0'.repeat(64), pieceBytes: 524_288 } as const
const aPicture = (personIds: string[]) => ({
  ...{ id: idFor('picture'), title: 'The bridge', ...file, key: `${'A'.repeat(43)}=`, personIds },
  ...written('2018-10-22'),
})

/** A lead's laptop with people whom somebody wrote down in 2017, and what the surgery says of who came when. */
async function leads(
  more: Known = {},
  days: Record<string, string> = { [jean]: '2018-10-22' },
  name = 'Nisha',
  role: 'lead' | 'linkWorker' = 'lead',
) {
  const laptop = new TestLaptop({ name, role })
  const people: Known = { person: [aPerson('Jean Oakes', { phone: '01632 960001' }), aPerson('Cyril Nutt')] }
  laptop.surgery.rows = [...rowsOf(people, old), ...rowsOf({ ...team, ...more })]
  laptop.surgery.doors.set('/office/last-seen', () => ok({ days }))
  await laptop.open()
  laptop.ports.time = Date.parse(at('10:31'))
  await laptop.exchange()
  await laptop.exchange()
  return laptop
}
const due = async (laptop: TestLaptop) => (await laptop.view('review', { most: 9 }))?.due.map((one) => `${one.name}: ${one.rule} ${one.retainUntil}`)

describe('[story 35] records to review', () => {
  test('lists whose time is over and why, the longest first; nobody while the surgery has not said who came when', async () => {
    expect(await due(await leads())).toEqual(['Cyril Nutt: contactOnly 2019-05-01', 'Jean Oakes: adult 2026-10-22'])
    const away = new TestLaptop({ name: 'Nisha' })
    away.surgery.rows = rowsOf({ ...team, person: [aPerson('Jean Oakes')] }, old)
    await away.open()
    await away.exchange()
    expect(await away.view('review', { most: 9 })).toMatchObject({ asAt: null, due: [], dueCount: 0 })
  })

  test('who came today, on this laptop alone, is not due', async () => {
    const laptop = await leads({ membership: [aMembership('Walk and Talk', 'Jean Oakes', { since: '2017-06-01' })] })
    expect(await due(laptop)).toHaveLength(2)
    laptop.surgery.trouble = 'offline'
    await laptop.does('signInPerson', { session: which('Walk and Talk'), personId: jean })
    expect(await due(laptop)).toEqual(['Cyril Nutt: contactOnly 2019-05-01'])
  })

  test('who told us something, or was asked what we may show, was spoken to', async () => {
    const agreement = {
      id: idFor('agreement'),
      personId: cyril,
      of: 'pictures',
      use: 'website',
      said: 'no',
      agreedBy: 'self',
      how: 'spoken',
    } as const
    const told = { useAgreement: [{ ...agreement, wording: 'use-1', on: '2025-10-22', ...written('2025-10-22') }], story: [{ ...aStory, on: today }] }
    expect(await due(await leads(told))).toEqual([])
  })

  test.each([
    ['an open case', { episode: [{ id: episodeIdOf(jean, 1), personId: jean, number: 1, openedOn: '2018-01-01', ...written('2018-01-01') }] }],
    ['an open incident', { session: [aSession(which('Walk and Talk'))], incident: [anIncident({})] }],
    [
      'a referral sent back with a question',
      {
        referral: [
          {
            ...{ id: idFor('asked'), personId: jean, source: 'practice', receivedOn: '2018-10-22', urgency: 'routine', agreed: 'yes' },
            ...{ decided: 'askReferrer', decidedAt: at('12:00', '2018-10-22'), ...written('2018-10-22') },
          },
        ],
      },
    ],
    ['a story that is shown', { story: [aStory], showing: [shownAt(aStory.id)] }],
    ['a picture of them alone that is shown', { media: [aPicture([jean])], showing: [shownAt(idFor('picture'))] }],
    ['a concern nobody has read', { concern: [aConcern] }],
  ] as [string, Known][])('%s keeps a record, and keeps it from being erased', async (_, more) => {
    const laptop = await leads(more)
    expect(await due(laptop)).toEqual(['Cyril Nutt: contactOnly 2019-05-01'])
    const blockedBy = (await laptop.view('rights', { personId: jean }))?.blockedBy
    expect(blockedBy).toHaveLength(1)
    const reason = blockedBy?.[0] === 'stillShown' ? 'stillShown' : 'notFinished'
    expect(await laptop.run('erasePerson', { personId: jean, joinedIds: [], why: 'asked', keptUntil: null })).toEqual({ ok: false, reason })
    expect(laptop.store.memory.list('erasure')).toEqual([])
  })

  test.each([
    [
      'an incident that a lead closed',
      { incident: [anIncident({ closedAt: at('12:00', '2018-10-23') })], session: [aSession(which('Walk and Talk'))] },
    ],
    ['a concern that was read', { concern: [{ ...aConcern, acknowledgedAt: at('12:00', '2018-10-23') }] }],
    ['a concern about whoever asks', { concern: [{ ...aConcern, aboutColleagueId: nisha }] }],
    ['a story that was taken down', { story: [aStory], showing: [{ ...shownAt(aStory.id), ended: 'takenDown' }] }],
    ['a picture that shows somebody else too', { media: [aPicture([jean, cyril])], showing: [shownAt(idFor('picture'))] }],
  ] as [string, Known][])('%s does not', async (_, more) => {
    const laptop = await leads(more)
    expect((await laptop.view('rights', { personId: jean }))?.blockedBy).toEqual([])
    expect((await laptop.run('erasePerson', { personId: jean, joinedIds: [], why: 'asked', keptUntil: null })).ok).toBe(true)
  })

  test('pictures that show them with others are named before they are erased: those stay', async () => {
    const picture = (title: string, more: object) => ({ ...aPicture([]), id: idFor(title), title, ...more })
    const gone = { removedAt: at('11:00', '2018-10-23'), removedBecause: 'asked', personIds: [jean, cyril] }
    const media = [
      picture('Jean alone', { personIds: [jean] }),
      picture('Both', { personIds: [cyril, jean] }),
      picture('With a baby', { personIds: [jean], babiesOf: [cyril], babyNames: ['Amira'] }),
      picture('Cyril alone', { personIds: [cyril] }),
      picture('Destroyed', gone),
    ]
    const rights = await (await leads({ media })).view('rights', { personId: jean })
    expect(rights?.withOthers.map((one) => one.title).sort()).toEqual(['Both', 'With a baby'])
  })

  test('a hold keeps it for as long as it stands, and refuses erasing; its end lets it come back; one key takes it back', async () => {
    const laptop = await leads()
    const hold = { personId: jean, decision: 'hold', reason: 'A complaint', lastDay: null } as const
    const { retentionId } = await laptop.does('keepRecord', hold)
    expect(await due(laptop)).toEqual(['Cyril Nutt: contactOnly 2019-05-01'])
    expect((await laptop.view('review', { most: 9 }))?.kept).toMatchObject([{ name: 'Jean Oakes', decision: 'hold', lastDay: null, by: 'Nisha Rao' }])
    const erase = { personId: jean, joinedIds: [], why: 'asked' as const, keptUntil: null }
    expect(await laptop.run('erasePerson', erase)).toEqual({ ok: false, reason: 'onHold' })
    await laptop.does('endKeeping', { retentionId, because: 'Settled' })
    expect(await due(laptop)).toHaveLength(2)
    await laptop.does('keepRecord', { ...hold, lastDay: today })
    expect(await due(laptop)).toHaveLength(1)
    expect((await laptop.laptop.undoLast()).ok).toBe(true)
    expect(await due(laptop)).toHaveLength(2)
    expect(await laptop.run('keepRecord', { ...hold, decision: 'keep' })).toEqual({ ok: false, reason: 'keepUntilMissing' })
    expect(await laptop.run('keepRecord', { ...hold, lastDay: '2026-10-21' })).toEqual({ ok: false, reason: 'endsBefore' })
  })

  test('an open case refuses erasing; somebody erased is a stub that says why, at the surgery or not yet', async () => {
    const episode = { id: episodeIdOf(jean, 1), personId: jean, number: 1, openedOn: '2018-01-01', ...written('2018-01-01') }
    const laptop = await leads({ episode: [episode] })
    const erase = (personId: string) => laptop.run('erasePerson', { personId, joinedIds: [], why: 'timeOver', keptUntil: '2019-05-01' })
    expect(await erase(jean)).toEqual({ ok: false, reason: 'notFinished' })
    expect((await erase(cyril)).ok).toBe(true)
    const stub = { erasureId: erasureIdOf(cyril), why: 'timeOver', keptUntil: '2019-05-01', backupsUntil: '2026-11-26' }
    expect((await laptop.view('review', { most: 9 }))?.erased).toMatchObject([{ ...stub, arrived: false }])
    expect((await laptop.view('rights', { personId: cyril }))?.erasing).toBe(true)
    await laptop.exchange()
    expect((await laptop.view('review', { most: 9 }))?.erased).toMatchObject([{ ...stub, arrived: true }])
    expect(await laptop.view('person', { personId: cyril })).toBeNull()
    expect(laptop.store.state.erasedHere).toEqual([cyril])
  })

  test('is for leads: nobody else is told, and nobody else may', async () => {
    const laptop = await leads({}, {}, 'Tom', 'linkWorker')
    expect([await laptop.view('review', { most: 9 }), await laptop.view('rights', { personId: jean })]).toEqual([null, null])
    expect([await laptop.view('ownCopy', { personId: jean }), await laptop.view('corrections', { personId: jean })]).toEqual([null, null])
    expect(await laptop.run('erasePerson', { personId: jean, joinedIds: [], why: 'asked', keptUntil: null })).toEqual({
      ok: false,
      reason: 'notAllowed',
    })
    expect(await laptop.run('logOwnCopy', { personId: jean, rows: 1, format: 'json' })).toEqual({ ok: false, reason: 'notAllowed' })
  })
})

describe('[story 35] a person’s own copy', () => {
  let laptop: TestLaptop
  beforeEach(async () => {
    laptop = await leads({
      session: [aSession(which('Walk and Talk'))],
      signIn: [aSignIn('Jean Oakes', '10:31', { sessionId: sessionId(which('Walk and Talk')) })],
      note: [{ id: idFor('note'), aboutId: jean, text: `Walks in front. ${'x'.repeat(900)}`, ...written('2026-10-01') }],
      caseContact: [
        {
          id: idFor('call'),
          personId: jean,
          episodeId: episodeIdOf(jean, 1),
          how: 'call',
          came: 'spoke',
          on: at('09:00'),
          words: 'Well',
          ...written(today),
        },
      ],
      concern: [{ id: idFor('concern'), personId: jean, what: 'Hidden', told: 'the lead', ...written('2018-10-22') }],
      retention: [{ id: idFor('hold'), personId: jean, decision: 'hold', reason: 'Hidden', until: null, ...written(today) }],
      media: [aPicture([jean])],
    })
  })

  test('has everything that is theirs, whole, and nothing of others, of safeguarding or of what was decided about it', async () => {
    const copy = await laptop.view('ownCopy', { personId: jean })
    expect(copy?.sections.map(({ record, rows }) => `${record} ${rows.length}`)).toEqual([
      'person 1',
      'signIn 1',
      'caseContact 1',
      'media 1',
      'note 1',
    ])
    const text = JSON.stringify(copy)
    for (const word of ['01632 960001', `Walks in front. ${'x'.repeat(900)}`, 'Well', 'Nisha Rao', 'The bridge']) expect(text).toContain(word)
    for (const word of ['Hidden', 'Cyril', aPicture([]).key]) expect(text).not.toContain(word)
    expect(copy?.rows).toBe(5)
  })

  test('that it was made is written down, with whose it is and who made it', async () => {
    const { exportId } = await laptop.does('logOwnCopy', { personId: jean, rows: 4, format: 'json' })
    expect(await laptop.sees('exportLog', exportId)).toMatchObject({ fields: { report: 'ownCopy', personId: jean, rows: 4, byId: nisha } })
    expect((await laptop.view('exports', { most: 9 })).rows).toMatchObject([{ report: 'ownCopy', rows: 4, format: 'json' }])
  })
})

describe('[story 35] corrections', () => {
  const change = (nth: number, fields: object, record = 'person') => ({
    ...{
      id: idFor(`change ${nth}`),
      at: `2026-10-0${nth}T09:00:00.000Z`,
      colleague: nisha,
      record,
      row: record === 'person' ? jean : idFor('contact'),
      fields,
    },
  })

  test('say from what to what, when and by whom, the latest first; what was written first is none', async () => {
    const laptop = await leads()
    const changes = [
      change(1, { givenName: 'Jean', phone: '01632 960001' }),
      change(2, { phone: '01632 960002' }),
      change(3, { personId: jean, name: 'Ray' }, 'emergencyContact'),
      change(4, { phone: '01632 960002', familyName: 'Oakes' }),
      change(5, { phone: '01632 960003' }),
    ]
    laptop.surgery.doors.set('/office/corrections', ({ query }) => ok({ changes: query?.['person'] === jean ? changes : [], more: false }))
    const view = await laptop.view('corrections', { personId: jean })
    expect(view).toMatchObject({ from: 'surgery', more: false })
    expect(view?.rows.map(({ field, was, now, by, at: when }) => [field, was, now, by, when.slice(0, 10)])).toEqual([
      ['phone', [{ text: '01632 960002' }], [{ text: '01632 960003' }], 'Nisha Rao', '2026-10-05'],
      ['phone', [{ text: '01632 960001' }], [{ text: '01632 960002' }], 'Nisha Rao', '2026-10-02'],
    ])
  })

  test('without the surgery there is what this laptop changed itself, and that is said', async () => {
    const laptop = await leads()
    laptop.surgery.trouble = 'offline'
    await laptop.does('editPerson', { personId: jean, fields: { email: 'jean@example.org' } })
    await laptop.does('editPerson', { personId: jean, fields: { email: 'j.oakes@example.org' } })
    const view = await laptop.view('corrections', { personId: jean })
    expect(view).toMatchObject({ from: 'thisLaptop', rows: [{ field: 'email', was: [{ text: 'jean@example.org' }], by: 'Nisha Rao' }] })
  })
})
