import type { Entity } from '../../src/shared/records/index.ts'
import { expect, test } from 'vitest'
import { questionOf, questions, type QuestionName } from '../../src/renderer/data/questions/index.ts'
import { episodeIdOf, planIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const params: { [Name in QuestionName]?: unknown } = {
  firstSessions: { schedule: [] },
  kioskRequests: { sessionId: sessionId(walk) },
  cards: { groupId: idFor('Walk and Talk') },
  story: { personId: idFor('Jean Oakes') },
  matching: { personId: idFor('Jean Oakes') },
  matches: { personId: idFor('Jean Oakes'), asked: { needs: [], times: [], access: [], suits: [] }, most: 10 },
  directory: { filter: {}, most: 60 },
  publishing: { groupId: idFor('Walk and Talk'), typed: null },
  service: { entryId: idFor('Walk and Talk') },
  feedPlan: { file: '{}', choices: { feed: '', takes: [] } },
  gaps: { months: 3 },
  gapLine: { key: 'company|nuneaton', months: 3 },
  otherSelves: { personId: idFor('Jean Oakes') },
  referrals: { state: 'all', from: '', owner: 'nobody', text: 'jean', most: 10 },
  referral: { referralId: idFor('referral') },
  cases: { owner: 'all', shown: 'open', sort: 'came', text: '', most: 10 },
  case: { episodeId: episodeIdOf(idFor('Jean Oakes'), 1) },
  caseOf: { personId: idFor('Jean Oakes') },
  myDay: { team: true, most: 5 },
  plan: { personId: idFor('Jean Oakes') },
  measures: { personId: idFor('Jean Oakes') },
  practiceMessages: { episodeId: episodeIdOf(idFor('Jean Oakes'), 1) },
  exports: { most: 10 },
  mediaOne: { mediaId: idFor('film') },
  howSureAsked: { sessionId: sessionId(which('Walk and Talk')) },
  deprivationPlan: { csv: '' },
  listSizePlan: { file: '', codes: [] },
  voices: { groupId: null },
  pictures: { personId: idFor('Jean Oakes') },
  review: { most: 10 },
  openRegisters: { from: '2026-10-01', to: '2026-10-31' },
  measureToAsk: { personId: idFor('Jean Oakes'), questionnaire: 'ons4' },
}
const written = { at: '2026-10-20T09:00:00.000Z', byId: idFor('Tom') }
const oneCase = { personId: idFor('Jean Oakes'), episodeId: episodeIdOf(idFor('Jean Oakes'), 1) }
const aFilm: Entity<'media'> = {
  ...{ id: idFor('film'), title: 'The walk', kind: 'video', fileName: 'walk.mp4', mime: 'video/mp4', bytes: 10, pieceBytes: 1024 },
  ...{ digest: '0'.repeat(64), key: `${'A'.repeat(43)}=`, personIds: [idFor('Jean Oakes')], ...written },
}
const listing = (Object.keys(questions) as QuestionName[]).filter((name) => questionOf(name).madeOf !== undefined)

/** A write to a record that a question does not list does not ask it again: what it shows would be old. So it may not read it either. */
test.each(listing)('%s reads only what it says it is made of', async (name) => {
  const { laptop, store } = await laptopWith({
    group: [aGroup('Walk and Talk')],
    person: [aPerson('Jean Oakes')],
    membership: [aMembership('Walk and Talk', 'Jean Oakes')],
    session: [aSession(walk)],
    signIn: [aSignIn('Jean Oakes', '10:31')],
    colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
    card: [{ id: idFor('card'), personId: idFor('Jean Oakes'), token: 'ABCDEF0123456789', madeAt: '2026-10-01T10:00:00.000Z', byId: idFor('Tom') }],
    episode: [{ id: oneCase.episodeId, personId: oneCase.personId, number: 1, openedOn: '2026-10-20', ...written }],
    assignment: [{ id: idFor('assignment'), ...oneCase, ownerId: idFor('Tom'), ...written }],
    referral: [
      {
        id: idFor('referral'),
        ...oneCase,
        source: 'practice',
        receivedOn: '2026-10-19',
        urgency: 'soon',
        agreed: 'yes',
        decided: 'accepted',
        decidedAt: written.at,
        ...written,
      },
    ],
    caseContact: [{ id: idFor('contact'), ...oneCase, how: 'call', came: 'spoke', on: written.at, ...written }],
    codedEvent: [{ id: idFor('code'), ...oneCase, code: 'referred', on: '2026-10-20', ...written }],
    plan: [{ id: planIdOf(oneCase.episodeId), ...oneCase, reviewOn: '2026-10-21', ...written }],
    practiceMessage: [{ id: idFor('message'), ...oneCase, kind: 'first', share: 'all', practice: 'Manor Court Surgery', ...written }],
    exportLog: [{ id: idFor('export'), report: 'attendance', rows: 1, why: 'x', format: 'csv', groupId: idFor('Walk and Talk'), ...written }],
    media: [aFilm],
    voice: [
      { id: idFor('voice'), groupId: idFor('Walk and Talk'), on: '2026-10-22', said: 'kiosk', wishes: ['nearer'], forLead: true, leadWords: 'x' },
      { id: idFor('wish'), groupId: idFor('Walk and Talk'), on: '2026-10-22', said: 'kiosk', wishes: ['nearer'], lookedAt: written.at },
    ],
    story: [{ id: idFor('story'), kind: 'quote', words: 'x', personId: idFor('Jean Oakes'), on: '2026-10-20', ...written }],
    showing: [
      { id: idFor('showing'), ofId: idFor('story'), use: 'press', where: 'The paper', since: '2026-10-20', ...written },
      { id: idFor('shown'), ofId: aFilm.id, use: 'noticeboard', where: 'The board', since: '2026-10-20', ...written },
    ],
    useAgreement: [
      {
        ...{ id: idFor('agreement'), personId: idFor('Jean Oakes'), of: 'pictures', use: 'press', said: 'yes', agreedBy: 'self', how: 'spoken' },
        ...{ wording: 'use-1', on: '2026-10-20', expiresOn: '2026-11-01', ...written },
      },
    ],
    timeAway: [{ id: idFor('away'), colleagueId: idFor('Tom'), from: '2026-10-20', until: null, coverId: null, ...written }],
    kioskRequest: [
      {
        id: idFor('asking'),
        sessionId: sessionId(walk),
        personId: idFor('Jean Oakes'),
        kind: 'help',
        at: '2026-10-22T09:40:00.000Z',
        byId: idFor('Tom'),
      },
    ],
  })
  const read = new Set<string>()
  const memory = store.memory as unknown as Record<string, (record: string, ...rest: unknown[]) => unknown>
  for (const method of ['get', 'list', 'linked', 'rowsOf']) {
    const really = memory[method]!.bind(memory)
    memory[method] = (record, ...rest) => {
      read.add(record)
      return really(record, ...rest)
    }
  }
  await laptop.answer(name, (params[name] ?? null) as never)
  const { madeOf = [] } = questionOf(name)
  expect([...read].filter((record) => !madeOf.includes(record as never))).toEqual([])
  if (madeOf.length > 0) expect(read.size).toBeGreaterThan(0)
})
