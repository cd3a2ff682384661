import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../src/shared/commands/index.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { foldAll } from '../../src/shared/changes/fold.ts'
import { aChange, aGroup, aPerson, at, idFor, stampAt, thursday } from '../support/builders.ts'
import { laptopWith, rowsOf, TestLaptop, type Known } from '../support/laptop.ts'

const six = ['Ann Ash', 'Bea Birch', 'Cyril Cedar', 'Dot Damson', 'Ed Elm', 'Fay Fir']
const known: Known = {
  team: [{ id: idFor('team'), name: 'Nuneaton North' }],
  colleague: [
    { id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' },
    { id: idFor('Marcus'), name: 'Marcus Bright', role: 'linkWorker' },
  ],
  venue: [{ id: idFor('hall'), name: 'Bede Hall', town: 'Bedworth' }],
  group: [aGroup('Walk and Talk')],
  person: six.map((name) => aPerson(name, { phone: '01632 960001' })),
}
const said = { need: 'movement', place: 'Bedworth', times: ['TH-am'], barrier: 'noSuchGroup', mayAsk: true, from: 'call' } as const

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith(known, { name: 'Tom', role: 'lead' })
})
const log = (name: string | null, more: Partial<Entity<'gap'>> = {}) =>
  laptop.does('logGap', { ...said, times: [...said.times], personId: name && idFor(name), ...(more as object) })
const board = async (months = 3) => (await laptop.view('gaps', { months })).lines
const line = async () => (await laptop.view('gapLine', { key: 'movement|bedworth', months: 3 }))!
const undo = () => laptop.laptop.undoLast()

describe('logging a gap', () => {
  test('need, place, when, barrier; a person may be named or not', async () => {
    for (const name of six) await log(name)
    await log(null)
    expect(await board()).toMatchObject([{ need: 'movement', place: 'Bedworth', people: 7, barriers: [{ barrier: 'noSuchGroup', people: 7 }] }])
    await undo()
    expect(await board()).toMatchObject([{ people: 6 }])
  })

  test('[story 25] the same person with the same gap is counted once', async () => {
    for (const name of [...six, ...six]) await log(name)
    expect(await board()).toMatchObject([{ people: 6, gapIds: { length: 12 } }])
  })

  test('[story 25] later filled: closed with the group’s id, shown as what we did, and open again by one key', async () => {
    for (const name of six) await log(name)
    await laptop.does('fillGap', { gapIds: (await board())[0]!.gapIds, groupId: idFor('Walk and Talk') })
    expect([await board(), (await laptop.view('gaps', { months: 3 })).filled]).toMatchObject([
      [],
      [{ group: 'Walk and Talk', people: 6, filledOn: thursday }],
    ])
    await undo()
    expect(await board()).toHaveLength(1)
  })

  test('words without a need are needed where no need is chosen, and are coded later', async () => {
    expect(await laptop.run('logGap', { ...said, times: [], need: 'notCoded', personId: null })).toEqual({ ok: false, reason: 'sayWhat' })
    const { gapId } = await log(null, { need: 'notCoded', wants: 'Bowls on Sundays' })
    expect((await laptop.view('gaps', { months: 3 })).toCode).toMatchObject([{ wants: 'Bowls on Sundays' }])
    await laptop.does('codeGap', { gapId, need: 'movement' })
    expect([await board(), (await laptop.view('gaps', { months: 3 })).toCode]).toMatchObject([[{ need: 'movement', people: null }], []])
  })

  test('a need or a person there is not, or no place, is refused', async () => {
    expect(await laptop.run('logGap', { ...said, times: [], need: 'unheardOf', personId: null })).toEqual({ ok: false, reason: 'badInput' })
    expect(await laptop.run('logGap', { ...said, times: [], personId: idFor('nobody') })).toEqual({ ok: false, reason: 'noSuchPerson' })
    expect(await laptop.run('logGap', { ...said, times: [], place: ' ', personId: null })).toEqual({ ok: false, reason: 'badInput' })
  })

  test('two lines that are one are counted together, and apart again by one key', async () => {
    for (const name of six) await log(name)
    await log('Ann Ash', { need: 'company' })
    const { gapId } = await log(null, { need: 'company' })
    const [walks, company] = await board()
    await laptop.does('joinGaps', { gapIds: company!.rootIds, into: walks!.rootIds[0]! })
    expect(await board()).toMatchObject([{ need: 'movement', people: 7 }])
    await undo()
    expect((await board()).map((one) => one.people)).toEqual([6, null])
    expect(await laptop.run('joinGaps', { gapIds: [gapId], into: idFor('no gap') })).toEqual({ ok: false, reason: 'noSuchGap' })
  })

  test('[story 26] the contact list has only people who agreed to be asked, to case roles alone', async () => {
    await log('Ann Ash')
    await log('Bea Birch', { mayAsk: false })
    await log(null)
    expect((await line()).mayAsk).toEqual([{ personId: idFor('Ann Ash'), name: 'Ann Ash', phone: '01632 960001' }])
    const facilitator = await laptopWith(known, { name: 'Ruth', role: 'facilitator' })
    expect([(await facilitator.view('gaps', { months: 3 })).lines, await facilitator.run('logGap', { ...said, times: [], personId: null })]).toEqual([
      [],
      { ok: false, reason: 'notAllowed' },
    ])
  })

  test('logged by mistake, a gap counts no more, until one key brings it back', async () => {
    const { gapId } = await log('Ann Ash')
    await laptop.does('voidGap', { gapId, because: 'twice' })
    expect(await board()).toEqual([])
    await undo()
    expect(await board()).toHaveLength(1)
  })
})

describe('from a gap to a group (story 27)', () => {
  const first = addDays(thursday, -21)
  const plan: InputOf<'changeProposal'>['fields'] = {
    ...{
      aim: 'Move without fear',
      forWhom: 'People who sit all day',
      venueId: idFor('hall'),
      slot: { day: 'TH' as const, start: '14:00', end: '15:00' },
    },
    ...{
      template: 'seated' as const,
      leaderId: idFor('Tom'),
      riskAssessedOn: '2026-09-01',
      pilotFrom: first,
      pilotWeeks: 3,
      hopedPeople: 5,
      hopedTimes: 2,
    },
  }
  let proposalId = ''
  beforeEach(async () => {
    for (const name of six) await log(name)
    const gapIds = (await board())[0]!.gapIds
    proposalId = (await laptop.does('proposeGroup', { gapIds, fields: { name: 'Seated Exercise', need: 'movement', place: 'Bedworth' } })).proposalId
  })
  const view = async () => (await laptop.view('proposal', { proposalId }))!
  const handIn = async (more: typeof plan = {}) => {
    await laptop.does('changeProposal', { proposalId, fields: { ...plan, ...more } })
    await laptop.does('handInProposal', { proposalId, state: 'proposed' })
  }
  const decide = (decision: 'approved' | 'refused', because = 'Six asked') => laptop.run('decideProposal', { proposalId, decision, because })

  test('evidence comes from the board; what is missing is named and cannot be handed in', async () => {
    expect(await view()).toMatchObject({ people: 6, stage: 'idea', missing: ['aim', 'where', 'when', 'template', 'runBy', 'risk', 'pilot', 'hoped'] })
    expect(await laptop.run('handInProposal', { proposalId, state: 'proposed' })).toEqual({ ok: false, reason: 'proposalNotReady' })
  })

  test('approval makes the group with its schedule and template in the same act, and the log says who, when, why', async () => {
    await handIn()
    const done = await decide('approved')
    const groupId = (done.ok && done.value.groupId) || ''
    expect((await laptop.sees('group', groupId))?.fields).toMatchObject({
      ...{ name: 'Seated Exercise', template: 'seated', venueId: idFor('hall'), leaderId: idFor('Tom'), state: 'running' },
      schedule: [{ slot: 1, rule: 'FREQ=WEEKLY;BYDAY=TH', start: '14:00', end: '15:00', from: first, until: null }],
    })
    expect((await view()).log).toMatchObject([
      { what: 'proposed', by: 'Tom Ashby' },
      { what: 'approved', by: 'Tom Ashby', because: 'Six asked' },
    ])
    expect((await laptop.view('service', { entryId: groupId }))?.listing).toMatchObject({ kind: 'own', needs: ['movement'], town: 'Bedworth' })
  })

  test('[story 27] refused with reason: the gap stays open and no group is made', async () => {
    await handIn()
    expect(await decide('refused', ' ')).toEqual({ ok: false, reason: 'whyNeeded' })
    expect(await decide('refused', 'No hall in winter')).toMatchObject({ ok: true, value: { groupId: null } })
    expect([(await view()).stage, await board(), (await laptop.view('groups', null)).length]).toMatchObject(['refused', [{ people: 6 }], 1])
    expect(await laptop.run('changeProposal', { proposalId, fields: { aim: 'x' } })).toEqual({ ok: false, reason: 'alreadyDecided' })
  })

  test('[story 27] a partner wants to run it: the group is theirs', async () => {
    await handIn({ partner: 'Sky Blues in the Community', template: 'partner', leaderId: null })
    const done = await decide('approved')
    const groupId = (done.ok && done.value.groupId) || ''
    expect((await laptop.view('service', { entryId: groupId }))?.listing).toMatchObject({ kind: 'partner', organiser: 'Sky Blues in the Community' })
  })

  test('[story 27] venue lost mid-pilot: the proposal says so, and the facts go on', async () => {
    await handIn()
    const done = await decide('approved')
    const groupId = (done.ok && done.value.groupId) || ''
    await laptop.does('editGroup', { groupId, fields: { venueId: null, state: 'paused' } })
    expect(await view()).toMatchObject({ stage: 'review', group: { state: 'paused', venue: null }, facts: { people: 0 } })
  })

  test('only a lead decides', async () => {
    const marcus = await laptopWith(known, { name: 'Marcus', role: 'linkWorker' })
    expect(await marcus.run('decideProposal', { proposalId, decision: 'approved', because: 'x' })).toEqual({ ok: false, reason: 'notAllowed' })
  })

  test('a decision is undone by one key: it waits again and the group is closed', async () => {
    await handIn()
    const done = await decide('approved')
    await undo()
    const groupId = (done.ok && done.value.groupId) || ''
    expect([(await view()).stage, (await laptop.sees('group', groupId))?.fields['state']]).toEqual(['proposed', 'closed'])
  })

  test('the people of the gap who may be asked are the first to be offered it', async () => {
    await handIn()
    expect((await view()).first.map((one) => one.name)).toEqual(six)
  })

  test('an edit of the aim on two laptops keeps both, until one of them is saved', async () => {
    const id = idFor('Two aims')
    const begun = { name: 'Two aims', need: 'pain', place: 'Bedworth', gapIds: [], state: 'idea', at: at('08:00'), byId: idFor('Tom') }
    const changes = [
      aChange('proposal', id, begun, { stamp: stampAt('08:00') }),
      aChange('proposal', id, { aim: 'Sleep well' }, { stamp: stampAt('09:00', 'Tom’s laptop') }),
      aChange('proposal', id, { aim: 'Walk further' }, { stamp: stampAt('09:00', 'Park laptop'), device: idFor('Park laptop') }),
    ]
    const fresh = new TestLaptop({ name: 'Tom', role: 'lead' })
    fresh.surgery.rows = [...rowsOf(known), foldAll(undefined, changes)!]
    await fresh.open()
    await fresh.exchange()
    const aims = async () => (await fresh.view('proposal', { proposalId: id }))!.aims
    expect((await aims()).sort()).toEqual(['Sleep well', 'Walk further'])
    await fresh.does('changeProposal', { proposalId: id, fields: { aim: 'Walk further' } })
    expect(await aims()).toEqual(['Walk further'])
  })

  describe('at the pilot’s end', () => {
    const weeks = [first, addDays(first, 7), addDays(first, 14)]
    let groupId = ''
    beforeEach(async () => {
      await handIn()
      const done = await decide('approved')
      groupId = (done.ok && done.value.groupId) || ''
      for (const [nth, date] of weeks.entries()) {
        for (const name of six.slice(0, 5 - nth)) await laptop.does('signInPerson', { session: { groupId, date, slot: 1 }, personId: idFor(name) })
      }
    })
    const end = (came: 'working' | 'stopped', because = 'As hoped') => laptop.run('endPilot', { proposalId, came, because })

    test('the facts stand beside what was hoped', async () => {
      expect(await view()).toMatchObject({
        ...{ stage: 'review', pilotUntil: addDays(first, 20), met: { people: true, times: true } },
        facts: { held: 3, cancelled: 0, people: 5, attendances: 12, timesEach: 2.4, stayed: 3 },
      })
    })

    test('working: its gaps are filled by the group', async () => {
      await end('working')
      expect([await board(), (await laptop.view('gaps', { months: 3 })).filled, (await view()).stage]).toMatchObject([
        [],
        [{ groupId, people: 6 }],
        'working',
      ])
      await undo()
      expect([(await board()).length, (await view()).stage]).toEqual([1, 'review'])
    })

    test('stopped: the group closes and the gaps stay open', async () => {
      await end('stopped', 'Two came')
      expect([(await board()).length, (await laptop.sees('group', groupId))?.fields['state'], (await view()).log.at(-1)]).toMatchObject([
        1,
        'closed',
        { what: 'stopped', by: 'Tom Ashby', because: 'Two came' },
      ])
      await undo()
      expect((await laptop.sees('group', groupId))?.fields['state']).toBe('running')
    })
  })
})

test('[story 18] the board counts apart whom somebody called two people, though a third was said to be both', async () => {
  const [ann, bea, cyril] = six.map((name) => idFor(name)) as [string, string, string]
  for (const name of six) await log(name)
  await laptop.does('answerSamePerson', { personId: ann, otherId: bea, answer: 'notSame', survivorId: null })
  await laptop.does('answerSamePerson', { personId: ann, otherId: cyril, answer: 'same', survivorId: ann })
  expect((await line()).line.people).toBe(5)
  await laptop.does('answerSamePerson', { personId: bea, otherId: cyril, answer: 'same', survivorId: cyril })
  expect((await line()).line.people).toBe(5) // not followed: shown as two, so counted as two
})
