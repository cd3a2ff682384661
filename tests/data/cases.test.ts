import { beforeEach, describe, expect, test } from 'vitest'
import type { CasesAsked, ReferralsAsked } from '../../src/renderer/workerLink/caseViews.ts'
import type { InputOf } from '../../src/shared/commands/index.ts'
import { codedEventIdOf, episodeIdOf, planIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aPerson, aSession, aSignIn, at, idFor, which } from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

const [jean, ray, grace, owen, anita] = [idFor('Jean Oakes'), idFor('Ray Oakes'), idFor('Grace'), idFor('Owen'), idFor('Anita')]
const team: Known = {
  team: [{ id: idFor('team'), name: 'Nuneaton North', caseloadFigure: 2 }],
  colleague: [
    { id: grace, name: 'Grace Mbeki', role: 'linkWorker' },
    { id: owen, name: 'Owen Pritchard', role: 'linkWorker' },
    { id: anita, name: 'Anita Shah', role: 'lead' },
    { id: idFor('Priya'), name: 'Priya Nair', role: 'facilitator' },
  ],
  person: [aPerson('Jean Oakes', { phone: '07700 900111' }), aPerson('Ray Oakes', { phone: '07700 900112' })],
}
const said: InputOf<'addReferral'> = {
  personId: jean,
  source: 'practice',
  receivedOn: '2026-10-12',
  urgency: 'routine',
  agreed: 'yes',
  reason: 'Lonely',
}
const everyReferral: ReferralsAsked = { state: 'all', from: '', owner: '', text: '', most: 50 }
const mine: CasesAsked = { owner: 'mine', shown: 'open', sort: 'next', text: '', most: 50 }
const first = episodeIdOf(jean, 1)

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith(team, { name: 'Grace', role: 'linkWorker' })
  laptop.ports.time = Date.parse(at('10:00'))
})

const refer = async (more: Partial<InputOf<'addReferral'>> = {}) => (await laptop.does('addReferral', { ...said, ...more })).referralId
const accept = async (referralId: string, ownerId: string | null = grace) =>
  laptop.does('decideReferral', { referralId, decided: 'accepted', ownerId })
const openCase = async () => accept(await refer())
const seesCase = async (id = first) => (await laptop.view('case', { episodeId: id }))!

describe('[story 19] a referral', () => {
  test('of somebody new at the telephone is one act: a name and who asks are enough', async () => {
    const { referralId, personId } = await laptop.does('addReferral', {
      person: { givenName: 'Dot' },
      source: 'self',
      receivedOn: '2026-10-22',
      urgency: 'soon',
      agreed: 'yes',
    })
    expect((await laptop.view('referrals', everyReferral)).rows).toMatchObject([
      { referralId, personId, name: 'Dot', state: 'new', answer: { days: 0, runs: true } },
    ])
    expect(await laptop.laptop.undoLast()).toMatchObject({ ok: true, value: { command: 'addReferral', subjects: ['Dot'] } })
    expect((await laptop.view('referrals', everyReferral)).rows).toEqual([])
    expect((await laptop.view('people', { text: 'dot', most: 5 })).shown).toEqual([])
  })

  test('accepted opens the case and gives it to somebody in the same act, and queues the code once', async () => {
    const done = await openCase()
    expect(done).toMatchObject({ episodeId: first, attached: false })
    expect(await seesCase()).toMatchObject({ name: 'Jean Oakes', number: 1, owner: 'Grace Mbeki', state: 'waiting', waits: { days: 10, runs: true } })
    expect((await seesCase()).codes).toMatchObject([{ key: 'referred', code: '871731000000106', filed: false }])
    expect((await laptop.view('cases', mine)).rows.map((one) => one.episodeId)).toEqual([first])
  })

  test('undone by one key waits again, with no case and no code', async () => {
    const referralId = await refer()
    await accept(referralId)
    await laptop.laptop.undoLast()
    expect(await laptop.view('case', { episodeId: first })).toBeNull()
    expect((await laptop.view('referral', { referralId }))!.state).toBe('new')
    expect((await laptop.sees('codedEvent', codedEventIdOf(first, 'referred')))?.fields).toMatchObject({ voidedBecause: 'a mistake' })
    expect(await accept(referralId)).toMatchObject({ episodeId: episodeIdOf(jean, 2) })
  })

  test('is not undone under the hand of whoever has called since', async () => {
    const referralId = await refer()
    const { assignmentId } = await accept(referralId)
    await laptop.does('addCaseContact', { episodeId: first, how: 'call', came: 'spoke', on: at('09:50') })
    const back = await laptop.run('undecideReferral', { referralId, episodeId: first, assignmentId: assignmentId! })
    expect(back).toEqual({ ok: false, reason: 'caseHasGoneOn' })
  })

  test('a second one attaches to the open case: nobody has two', async () => {
    await accept(await refer({ needs: ['company'] }))
    const again = await refer({ source: 'family', reason: 'Her daughter is worried', needs: ['pain', 'company'] })
    expect(await accept(again, owen)).toMatchObject({ episodeId: first, attached: true })
    expect((await seesCase()).owner).toBe('Grace Mbeki')
    expect((await seesCase()).referrals).toHaveLength(2)
    expect((await seesCase()).needs.sort()).toEqual(['Company', 'Pain'])
    expect((await laptop.view('cases', mine)).total).toBe(1)
  })

  test('the same one comes once', async () => {
    await refer({ foreignId: 'ServiceRequest/1' })
    expect(await laptop.run('addReferral', { ...said, foreignId: 'ServiceRequest/1' })).toEqual({ ok: false, reason: 'cameBefore' })
    expect((await laptop.run('addReferral', { ...said, foreignId: 'ServiceRequest/2' })).ok).toBe(true)
  })

  test('they decline: the code for that is queued, no case is opened, and nobody is called', async () => {
    const referralId = await refer()
    await laptop.does('decideReferral', { referralId, decided: 'declined' })
    expect(await laptop.view('referral', { referralId })).toMatchObject({ state: 'declined', clocks: { firstContact: null } })
    expect((await laptop.sees('codedEvent', codedEventIdOf(referralId, 'declined')))?.fields).toMatchObject({ code: 'declined', personId: jean })
    expect((await laptop.view('cases', { ...mine, owner: 'all' })).total).toBe(0)
  })

  test('not for us, and a question to the referrer, need a word; the question leaves it in the inbox', async () => {
    const referralId = await refer()
    for (const decided of ['unsuitable', 'askReferrer'] as const) {
      expect(await laptop.run('decideReferral', { referralId, decided, because: ' ' })).toEqual({ ok: false, reason: 'whyNeeded' })
    }
    await laptop.does('decideReferral', { referralId, decided: 'askReferrer', because: 'Which number is right?' })
    const inbox = await laptop.view('referrals', { ...everyReferral, state: 'unanswered' })
    expect(inbox.rows).toMatchObject([{ referralId, state: 'asked' }])
    expect(await accept(referralId)).toMatchObject({ attached: false })
    expect(await laptop.run('decideReferral', { referralId, decided: 'declined' })).toEqual({ ok: false, reason: 'alreadyDecided' })
  })

  test('from tomorrow is refused', async () => {
    expect(await laptop.run('addReferral', { ...said, receivedOn: '2026-10-23' })).toEqual({ ok: false, reason: 'inFuture' })
  })

  test('the inbox: crisis first, then what is urgent, then the longest wait; answered ones behind', async () => {
    const old = await refer({ receivedOn: '2026-09-01' })
    const young = await refer({ personId: ray, receivedOn: '2026-10-20' })
    const urgent = await refer({ personId: ray, urgency: 'urgent', receivedOn: '2026-10-21' })
    const crisis = await refer({ personId: ray, reason: 'He says he wants to die', receivedOn: '2026-10-22' })
    const done = await refer({ receivedOn: '2026-08-01' })
    await laptop.does('decideReferral', { referralId: done, decided: 'declined' })
    const { rows, unanswered } = await laptop.view('referrals', everyReferral)
    expect(rows.map((one) => one.referralId)).toEqual([crisis, urgent, old, young, done])
    expect([rows[0]!.crisis, unanswered]).toEqual([true, 4])
  })

  test('is filtered by where it came from, by state, by link worker and by name', async () => {
    const one = await refer({ from: 'Riversley Surgery' })
    const other = await refer({ personId: ray, from: 'Chase Practice' })
    await accept(other, owen)
    const ask = async (more: Partial<ReferralsAsked>) =>
      (await laptop.view('referrals', { ...everyReferral, ...more })).rows.map((row) => row.referralId)
    expect(await ask({ from: 'Riversley Surgery' })).toEqual([one])
    expect(await ask({ state: 'waiting' })).toEqual([other])
    expect(await ask({ owner: owen })).toEqual([other])
    expect(await ask({ owner: 'nobody' })).toEqual([one])
    expect(await ask({ text: 'oak ray' })).toEqual([other])
    expect((await laptop.view('referrals', everyReferral)).froms).toEqual(['Chase Practice', 'Riversley Surgery'])
  })
})

describe('[story 20] a case', () => {
  test('two open cases are refused', async () => {
    await openCase()
    await laptop.does('closeCase', { episodeId: first, closedAs: 'moved', on: '2026-10-22' })
    const second = await laptop.does('reopenCase', { episodeId: first, ownerId: grace })
    expect(second.episodeId).toBe(episodeIdOf(jean, 2))
    expect(await laptop.run('reopenCase', { episodeId: first, ownerId: grace })).toEqual({ ok: false, reason: 'caseIsOpen' })
    expect(await laptop.run('uncloseCase', { episodeId: first })).toEqual({ ok: false, reason: 'caseIsOpen' })
    expect((await seesCase()).otherOpen).toBe(second.episodeId)
  })

  test('given to somebody else keeps its history, with what the next one must know', async () => {
    await openCase()
    laptop.ports.time += 60_000
    await laptop.does('assignCase', { episodeId: first, ownerId: owen, note: 'Call after four' })
    expect((await seesCase()).history.map((one) => [one.owner, one.note])).toEqual([
      ['Owen Pritchard', 'Call after four'],
      ['Grace Mbeki', null],
    ])
    expect((await laptop.view('cases', mine)).total).toBe(0)
    await laptop.laptop.undoLast()
    expect((await seesCase()).owner).toBe('Grace Mbeki')
  })

  test('goes to a link worker or a lead, and to nobody who has left', async () => {
    await openCase()
    expect(await laptop.run('assignCase', { episodeId: first, ownerId: idFor('Priya') })).toEqual({ ok: false, reason: 'notAnOwner' })
    expect(await laptop.run('assignCase', { episodeId: first, ownerId: idFor('nobody') })).toEqual({ ok: false, reason: 'notAnOwner' })
  })

  test('the owner leaves: all of theirs go in one act, and one key takes them home', async () => {
    await openCase()
    await accept(await refer({ personId: ray }))
    const episodeIds = (await laptop.view('cases', mine)).rows.map((one) => one.episodeId)
    laptop.ports.time += 60_000
    expect(await laptop.does('handOverCases', { fromId: grace, toId: owen, episodeIds, note: 'I leave on Friday' })).toMatchObject({
      moved: 2,
      left: 0,
    })
    expect((await laptop.view('cases', { ...mine, owner: owen })).total).toBe(2)
    expect((await seesCase()).history[0]).toMatchObject({ owner: 'Owen Pritchard', note: 'I leave on Friday' })
    await laptop.laptop.undoLast()
    expect((await laptop.view('cases', mine)).total).toBe(2)
  })

  test('the owner has left and handed nothing over: My day asks who takes it, and no case is gone', async () => {
    const left = { id: owen, name: 'Owen Pritchard', role: 'linkWorker' as const, leftOn: '2026-10-20' }
    const others = team.colleague!.filter((one) => one.id !== owen)
    const oneCase = { personId: jean, at: at('09:00'), byId: owen }
    laptop = await laptopWith(
      {
        ...team,
        colleague: [...others, left],
        episode: [{ id: first, number: 1, openedOn: '2026-10-01', ...oneCase }],
        assignment: [{ id: idFor('his'), episodeId: first, ownerId: owen, ...oneCase }],
      },
      { name: 'Grace', role: 'linkWorker' },
    )
    laptop.ports.time = Date.parse(at('10:00'))
    const day = await laptop.view('myDay', { team: false, most: 5 })
    expect(day.tasks.map((one) => [one.kind, one.first[0]!.name, one.first[0]!.owner])).toEqual([['unassigned', 'Jean Oakes', 'Owen Pritchard']])
    await laptop.does('assignCase', { episodeId: first, ownerId: grace })
    expect((await laptop.view('cases', mine)).total).toBe(1)
  })

  test('what somebody else has by now stays where it is, and it is said', async () => {
    await openCase()
    await accept(await refer({ personId: ray }))
    laptop.ports.time += 60_000
    await laptop.does('assignCase', { episodeId: first, ownerId: anita })
    const done = await laptop.does('handOverCases', { fromId: grace, toId: owen, episodeIds: [first, episodeIdOf(ray, 1)] })
    expect(done).toMatchObject({ moved: 1, left: 1 })
    expect((await seesCase()).owner).toBe('Anita Shah')
  })

  test('the person asks for another link worker: it is said until somebody else has it', async () => {
    await openCase()
    await laptop.does('askForOther', { episodeId: first, because: 'Would rather speak to a man' })
    expect((await laptop.view('cases', mine)).rows[0]!.wantsOther).toBe(true)
    laptop.ports.time += 60_000
    await laptop.does('assignCase', { episodeId: first, ownerId: owen })
    expect((await seesCase()).wantsOtherWhy).toBeNull()
  })

  test('while the owner is away, whoever covers has it among theirs, and it stays the owner’s', async () => {
    await accept(await refer(), owen)
    await laptop.does('addTimeAway', { colleagueId: owen, from: '2026-10-20', until: '2026-10-24', coverId: grace })
    expect((await laptop.view('cases', mine)).rows).toMatchObject([{ episodeId: first, owner: 'Owen Pritchard', covered: true }])
    expect((await seesCase()).cover).toEqual({ away: true, acting: 'Grace Mbeki' })
    laptop.ports.time = Date.parse(at('10:00', '2026-10-25'))
    expect((await laptop.view('cases', mine)).total).toBe(0)
  })

  test('nobody covers for themselves, and an absence does not end before it begins', async () => {
    const away = { colleagueId: owen, from: '2026-10-20', until: null, coverId: owen }
    expect(await laptop.run('addTimeAway', away)).toEqual({ ok: false, reason: 'coversThemselves' })
    expect(await laptop.run('addTimeAway', { ...away, coverId: null, until: '2026-10-19' })).toEqual({ ok: false, reason: 'endsBefore' })
  })

  test('a no-answer, what was agreed, the first conversation and what is next, in one act each', async () => {
    await openCase()
    await laptop.does('addCaseContact', { episodeId: first, how: 'call', came: 'noAnswer', on: at('09:00') })
    expect(await seesCase()).toMatchObject({ state: 'contacting', inVain: 1 })
    const visit = { how: 'visit', came: 'spoke', on: at('09:30'), minutes: 45, agreed: 'She tries the walk', starts: true } as const
    await laptop.does('addCaseContact', { episodeId: first, ...visit, next: { nextAction: 'Go along', nextActionOn: '2026-10-29' } })
    expect(await seesCase()).toMatchObject({
      state: 'started',
      startedOn: '2026-10-22',
      inVain: 0,
      nextAction: 'Go along',
      nextActionOn: '2026-10-29',
    })
    await laptop.laptop.undoLast()
    expect(await seesCase()).toMatchObject({ state: 'contacting', startedOn: null, nextAction: null, nextActionOn: null })
  })

  test('a contact of tomorrow is refused; one of last week keeps its day', async () => {
    await openCase()
    const input = { episodeId: first, how: 'call', came: 'spoke', on: at('10:00', '2026-10-23') } as const
    expect(await laptop.run('addCaseContact', input)).toEqual({ ok: false, reason: 'inFuture' })
    await laptop.does('addCaseContact', { ...input, on: at('10:00', '2026-10-15') })
    expect((await laptop.view('cases', mine)).rows[0]!.lastContact).toMatchObject({ on: at('10:00', '2026-10-15') })
  })

  test('closed because they died: nobody is called again, and by mistake they live', async () => {
    await openCase()
    await laptop.does('closeCase', { episodeId: first, closedAs: 'died', on: '2026-10-21' })
    expect(await seesCase()).toMatchObject({ died: true, state: 'closed', closedAs: 'died' })
    await laptop.laptop.undoLast()
    expect(await seesCase()).toMatchObject({ died: false, state: 'waiting' })
  })

  test('closed with its plan, which nobody changes any more; one key opens both', async () => {
    await openCase()
    await laptop.does('writePlan', { personId: jean, episodeId: first, fields: { important: 'My garden' } })
    await laptop.does('closeCase', { episodeId: first, closedAs: 'goalsMet', on: '2026-10-22' })
    const plan = async () => (await laptop.view('plan', { personId: jean }))!.plan!.state === 'closed'
    expect(await plan()).toBe(true)
    await laptop.laptop.undoLast()
    expect(await plan()).toBe(false)
  })

  test('the caseload says its size, what is overdue, and when they last came to a group by the registers', async () => {
    const walk = which('Walk and Talk', '2026-10-15')
    laptop = await laptopWith(
      {
        ...team,
        group: [aGroup('Walk and Talk')],
        session: [aSession(walk), aSession(which('Walk and Talk'))],
        signIn: [
          aSignIn('Jean Oakes', '10:31', { sessionId: aSession(walk).id }),
          aSignIn('Jean Oakes', '10:32', { voidedBecause: 'a mistake', voidedBy: idFor('Tom'), voidedAt: at('10:40') }),
        ],
      },
      { name: 'Grace', role: 'linkWorker' },
    )
    laptop.ports.time = Date.parse(at('10:00'))
    await openCase()
    await laptop.does('setNextAction', { episodeId: first, nextAction: 'Call', nextActionOn: '2026-10-21' })
    await accept(await refer({ personId: ray }))
    const overdue = await laptop.view('cases', { ...mine, shown: 'overdue' })
    expect(overdue.rows).toMatchObject([{ episodeId: first, nextLate: true, lastCame: '2026-10-15' }])
    expect([overdue.size, overdue.figure]).toEqual([2, 2])
    const byCame = await laptop.view('cases', { ...mine, sort: 'came' })
    expect(byCame.rows.map((one) => one.lastCame)).toEqual([null, '2026-10-15'])
  })

  test('a code is ticked off by one press, and filed ones stay where they were filed', async () => {
    await openCase()
    const [code] = (await seesCase()).codes
    await laptop.does('fileCode', { codedEventId: code!.codedEventId, filed: true })
    expect((await seesCase()).codes[0]!.filed).toBe(true)
    await laptop.laptop.undoLast()
    expect((await seesCase()).codes[0]!.filed).toBe(false)
  })
})

describe('My day', () => {
  test('asks for each thing once, with the way to it', async () => {
    const waits = await refer({ personId: ray, receivedOn: '2026-10-19' })
    await openCase()
    let day = await laptop.view('myDay', { team: false, most: 5 })
    expect(day.tasks.map((one) => [one.kind, one.first[0]!.place, one.first[0]!.days])).toEqual([
      ['referral', `referral/${waits}`, 3],
      ['firstContact', `case/${first}`, 10],
    ])
    for (const time of ['09:00', '09:10', '09:20'])
      await laptop.does('addCaseContact', { episodeId: first, how: 'call', came: 'noAnswer', on: at(time) })
    day = await laptop.view('myDay', { team: false, most: 5 })
    expect(day.tasks.map((one) => one.kind)).toEqual(['referral', 'noContact'])
    await laptop.does('startCase', { episodeId: first, on: '2026-10-22' })
    await laptop.does('setNextAction', { episodeId: first, nextAction: 'Call about the bus pass', nextActionOn: '2026-10-20' })
    day = await laptop.view('myDay', { team: false, most: 5 })
    expect(day.tasks[1]).toMatchObject({ kind: 'nextAction', first: [{ due: '2026-10-20', text: 'Call about the bus pass' }] })
  })

  test('a first call that is planned for next week is not asked for today', async () => {
    await openCase()
    await laptop.does('setNextAction', { episodeId: first, nextAction: 'First visit', nextActionOn: '2026-10-29' })
    expect((await laptop.view('myDay', { team: false, most: 5 })).tasks).toEqual([])
    laptop.ports.time = Date.parse(at('10:00', '2026-10-29'))
    expect((await laptop.view('myDay', { team: false, most: 5 })).tasks).toMatchObject([{ kind: 'firstContact', first: [{ due: '2026-10-29' }] }])
  })

  test('a review that is due, by the plan', async () => {
    laptop = await laptopWith(
      {
        ...team,
        episode: [{ id: first, personId: jean, number: 1, openedOn: '2026-09-01', startedOn: '2026-09-08', at: at('09:00'), byId: grace }],
        assignment: [{ id: idFor('owner'), personId: jean, episodeId: first, ownerId: grace, at: at('09:00'), byId: grace }],
        plan: [{ id: planIdOf(first), personId: jean, episodeId: first, reviewOn: '2026-10-20', at: at('09:00'), byId: grace }],
      },
      { name: 'Grace', role: 'linkWorker' },
    )
    laptop.ports.time = Date.parse(at('10:00'))
    expect((await laptop.view('myDay', { team: false, most: 5 })).tasks).toMatchObject([
      { kind: 'review', first: [{ due: '2026-10-20' }] },
      { kind: 'measure', first: [{ due: '2026-09-08', text: 'Loneliness (UCLA-3 and the direct question), Personal wellbeing (ONS4)' }] },
    ])
    expect((await laptop.view('cases', { ...mine, shown: 'overdue' })).total).toBe(1)
  })

  test('the team’s: what nobody answered, what nobody has, who is away with nobody covering, waiting times', async () => {
    laptop = await laptopWith(team, { name: 'Anita', role: 'lead' })
    laptop.ports.time = Date.parse(at('10:00'))
    await accept(await refer(), owen)
    await accept(await refer({ personId: ray, receivedOn: '2026-10-20' }), null)
    await refer({ receivedOn: '2026-10-01' })
    await laptop.does('addTimeAway', { colleagueId: owen, from: '2026-10-20', until: null, coverId: null })
    await laptop.does('startCase', { episodeId: first, on: '2026-10-22' })
    const day = await laptop.view('myDay', { team: true, most: 5 })
    expect(day.tasks.map((one) => [one.kind, one.first[0]!.name])).toEqual([
      ['referral', 'Jean Oakes'],
      ['unassigned', 'Ray Oakes'],
      ['uncovered', 'Owen Pritchard'],
      ['measure', 'Jean Oakes'],
    ])
    expect(day.team).toMatchObject({ unanswered: 1, longestDays: 21, unowned: 1, waiting: 1, medianDays: 10, figure: 2 })
  })
})

test('a facilitator may do none of it', async () => {
  laptop = await laptopWith(team, { name: 'Priya', role: 'facilitator' })
  expect(await laptop.run('addReferral', said)).toEqual({ ok: false, reason: 'notAllowed' })
})
