import { Fhir } from 'fhir'
import { describe, expect, test } from 'vitest'
import { codedEventIdOf, episodeIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, idFor, sessionId, which, type Known } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const personId = idFor('Jean Oakes')
const episodeId = episodeIdOf(personId, 1)
const today = '2026-10-22'
const tom = idFor('Tom')
const written = { at: '2026-10-01T09:00:00.000Z', byId: tom }
const event = { id: codedEventIdOf(episodeId, 'referred'), personId, episodeId, code: 'referred', on: '2026-10-01', ...written }
const known = (more: Known = {}): Known => ({
  person: [aPerson('Jean Oakes', { practice: 'Manor Court Surgery', nhsNumber: '9990000018' })],
  group: [aGroup('Walk and Talk')],
  membership: [aMembership('Walk and Talk', 'Jean Oakes')],
  session: [aSession(which('Walk and Talk'))],
  signIn: [aSignIn('Jean Oakes', '10:31', { sessionId: sessionId(which('Walk and Talk')) })],
  colleague: [
    { id: tom, name: 'Tom Ashby', role: 'linkWorker' },
    { id: idFor('Nisha'), name: 'Nisha Rao', role: 'lead' },
  ],
  episode: [{ id: episodeId, personId, number: 1, openedOn: '2026-10-01', ...written }],
  assignment: [{ id: idFor('assignment'), personId, episodeId, ownerId: tom, ...written }],
  codedEvent: [event],
  ...more,
})
const aLinkWorkers = (more?: Known) => laptopWith(known(more), { name: 'Tom', role: 'linkWorker' })
const words = { summary: 'She walks again.', outcome: '', actions: '', figures: true }
const writing = { personId, episodeId, kind: 'first' as const, share: 'all' as const, ...words, events: [event.id], supersedes: null }
const messages = async (laptop: TestLaptop) => (await laptop.view('practiceMessages', { episodeId }))!.messages
const tasks = async (laptop: TestLaptop, team = false) =>
  (await laptop.view('myDay', { team, most: 9 }))!.tasks.filter(({ kind }) => kind === 'message' || kind === 'messageBack').map((one) => one.kind)
const says = { title: 'First', summary: 'Summary', attendance: 'At groups', outcome: 'Outcome', actions: 'Asked', codes: 'Codes' }

describe('messages to the practice on a link worker’s laptop', () => {
  test('[story 30] is drafted from what is known with no network, and is there after the laptop was closed', async () => {
    const laptop = await aLinkWorkers()
    laptop.surgery.trouble = 'offline'
    const view = await laptop.view('practiceMessages', { episodeId })
    expect(view).toMatchObject({ kind: 'first', objects: false, practice: { practice: 'Manor Court Surgery' }, practiceBefore: null })
    expect(view?.attendance).toEqual([{ group: 'Walk and Talk', dates: [today] }])
    await laptop.does('writePracticeMessage', writing)
    await laptop.restart()
    await laptop.laptop.whole
    expect(await messages(laptop)).toMatchObject([
      { state: 'toSend', summary: 'She walks again.', by: 'Tom Ashby', attendance: [{ dates: [today] }] },
    ])
  })

  test('[story 30] the FHIR file of it is valid; of one that tells nothing there is none', async () => {
    const laptop = await aLinkWorkers()
    const { messageId } = await laptop.does('writePracticeMessage', writing)
    const file = await laptop.view('practiceMessageFile', { messageId, says })
    const { messages: found } = new Fhir().validate(file as object, { errorOnUnexpected: true })
    expect(found.filter((one) => one.severity === 'error' || one.severity === 'fatal')).toEqual([])
    expect(JSON.stringify(file)).toContain('She walks again.')
    const nothing = await laptop.does('writePracticeMessage', { ...writing, share: 'nothing' })
    expect(await laptop.view('practiceMessageFile', { messageId: nothing.messageId, says })).toBeNull()
  })

  test('[story 30] a case that is closed without a message asks for one on My day, until it is written or they want none', async () => {
    const laptop = await aLinkWorkers()
    expect(await tasks(laptop)).toEqual([])
    await laptop.does('closeCase', { episodeId, closedAs: 'goalsMet', on: today })
    expect(await tasks(laptop)).toEqual(['message'])
    await laptop.does('writePracticeMessage', { ...writing, kind: 'closing', share: 'nothing' })
    expect(await tasks(laptop)).toEqual([])
  })

  test('[story 30] one that came back is on My day until it is sent again; that of a colleague only on the team’s', async () => {
    const laptop = await aLinkWorkers()
    const { messageId } = await laptop.does('writePracticeMessage', writing)
    await laptop.does('sayMessageSent', { messageId, sent: { how: 'email', on: today } })
    await laptop.does('sayMessageReturned', { messageId, returned: { on: today, because: 'Not our patient' } })
    expect(await tasks(laptop)).toEqual(['messageBack'])
    await laptop.does('sayMessageSent', { messageId, sent: { how: 'printed', on: today } })
    expect(await tasks(laptop)).toEqual([])
    const another = await aLinkWorkers({ assignment: [{ id: idFor('assignment'), personId, episodeId, ownerId: idFor('Nisha'), ...written }] })
    await another.does('closeCase', { episodeId, closedAs: 'moved', on: today })
    expect([await tasks(another), await tasks(another, true)]).toEqual([[], ['message']])
  })
})

test('the log of exports is read by leads alone', async () => {
  const row = { id: idFor('export'), report: 'attendance', groupId: idFor('Walk and Talk'), rows: 3, why: 'For the board', format: 'xlsx' as const }
  const exportLog = [{ ...row, ...written }]
  const lead = await laptopWith(known({ exportLog }), { name: 'Nisha', role: 'lead' })
  expect(await lead.view('exports', { most: 9 })).toMatchObject({
    total: 1,
    rows: [{ by: 'Tom Ashby', group: 'Walk and Talk', why: 'For the board', saved: true }],
  })
  expect(await (await aLinkWorkers({ exportLog })).view('exports', { most: 9 })).toEqual({ rows: [], total: 0 })
})
