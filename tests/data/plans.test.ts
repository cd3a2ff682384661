import { describe, expect, test } from 'vitest'
import { episodeIdOf, planIdOf } from '../../src/shared/std/ids.ts'
import { aMembership, aGroup, aPerson, idFor, theirs, type Known } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const personId = idFor('Jean Oakes')
const episodeId = episodeIdOf(personId, 1)
const planId = planIdOf(episodeId)
const of = { personId, episodeId }
const today = '2026-10-22'

const aCase = {
  id: episodeId,
  personId,
  number: 1,
  openedOn: '2026-06-01',
  startedOn: '2026-06-08',
  at: '2026-06-01T09:00:00.000Z',
  byId: idFor('Tom'),
}
const known = (): Known => ({
  person: [aPerson('Jean Oakes', { language: 'pl-PL' }), aPerson('Derek Holloway')],
  group: [aGroup('Walk and Talk')],
  membership: [aMembership('Walk and Talk', 'Jean Oakes')],
  episode: [aCase],
  colleague: [
    { id: idFor('Tom'), name: 'Tom Ashby', role: 'linkWorker' },
    { id: idFor('Nisha'), name: 'Nisha Rao', role: 'linkWorker' },
  ],
  device: [{ id: idFor('Nisha’s laptop'), name: 'Nisha’s laptop', colleagueId: idFor('Nisha'), enrolledAt: '2026-01-01T09:00:00.000Z' }],
})
const aLinkWorkers = () => laptopWith(known(), { name: 'Tom', role: 'linkWorker' })
const planOf = async (laptop: TestLaptop, id = personId) => (await laptop.view('plan', { personId: id }))!.plan!

describe('a plan on a link worker’s laptop', () => {
  test('[story 21] is written on a home visit with no network, and is there after the laptop was closed', async () => {
    const laptop = await aLinkWorkers()
    laptop.surgery.trouble = 'offline'
    await laptop.does('writePlan', { ...of, fields: { important: 'My garden' } })
    await laptop.does('addGoal', { ...of, fields: { words: 'Walk to the shop', confidence: 6 } })
    await laptop.does('addAction', { ...of, fields: { what: 'Ring the bowls club', who: 'Jean', dueOn: '2026-11-01' } })
    await laptop.restart()
    await laptop.laptop.whole
    const plan = await planOf(laptop)
    expect(plan.state).toBe('draft')
    expect(plan.texts.important.value).toBe('My garden')
    expect(plan.goals).toMatchObject([{ words: { value: 'Walk to the shop' }, confidence: 6, outcome: 'notStarted' }])
    expect(plan.actions).toMatchObject([{ what: { value: 'Ring the bowls club' }, who: 'Jean', state: 'toDo' }])
  })

  test('[story 21] edited on two devices: both texts stand there with who wrote them, until somebody settles it', async () => {
    const laptop = await aLinkWorkers()
    await laptop.does('writePlan', { ...of, fields: { important: 'My garden' }, seen: { important: [] } })
    laptop.surgery.tells(theirs('plan', planId, { ...of, important: 'My allotment', at: '2026-10-22T09:40:00.000Z', byId: idFor('Nisha') }))
    await laptop.exchange()
    const { versions } = (await planOf(laptop)).texts.important
    expect(versions.map((one) => [one.value, one.by]).sort()).toEqual([
      ['My allotment', 'Nisha Rao'],
      ['My garden', null],
    ])
    const seen = versions.map((one) => one.stamp)
    await laptop.does('settlePlanText', { of: 'plan', id: planId, field: 'important', text: 'My garden and my allotment', seen })
    const settled = (await planOf(laptop)).texts.important
    expect(settled.value).toBe('My garden and my allotment')
    expect(settled.versions).toHaveLength(1)
  })

  test('[story 21] agreed, its version is read only and says when it was changed since', async () => {
    const laptop = await aLinkWorkers()
    await laptop.does('writePlan', { ...of, fields: { important: 'My garden' } })
    await laptop.does('addGoal', { ...of, fields: { words: 'Walk to the shop' } })
    await laptop.does('agreePlan', { ...of, agreedOn: today, agreedWith: 'Karen Oakes', agreedAs: 'attorney', copyAs: 'none' })
    expect(await planOf(laptop)).toMatchObject({ state: 'agreed', changedSince: false, copyAs: 'none', agreedAs: 'attorney', reviewOn: '2026-12-03' })
    await laptop.does('writePlan', { ...of, fields: { important: 'My cat' } })
    const plan = await planOf(laptop)
    expect(plan.changedSince).toBe(true)
    expect(plan.versions).toMatchObject([{ number: 1, texts: { important: 'My garden' }, goals: [{ words: 'Walk to the shop' }], actions: [] }])
    await laptop.laptop.undoLast()
    expect((await planOf(laptop)).texts.important.value).toBe('My garden')
  })

  test('without a case there is a name and no plan; of nobody there is nothing', async () => {
    const laptop = await aLinkWorkers()
    expect(await laptop.view('plan', { personId: idFor('Derek Holloway') })).toMatchObject({ name: 'Derek Holloway', plan: null })
    expect(await laptop.view('plan', { personId: idFor('Nobody') })).toBeNull()
    expect(await laptop.view('plan', { personId })).toMatchObject({ language: 'pl-PL', plan: { state: 'none' } })
  })

  test('a facilitator writes no plan, no goal and no measure', async () => {
    const laptop = await laptopWith(known(), { name: 'Priya', role: 'facilitator' })
    expect(await laptop.run('writePlan', { ...of, fields: { important: 'x' } })).toEqual({ ok: false, reason: 'notAllowed' })
    expect(await laptop.run('addGoal', { ...of, fields: { words: 'x' } })).toEqual({ ok: false, reason: 'notAllowed' })
    expect(await laptop.run('recordMeasure', anOns4())).toEqual({ ok: false, reason: 'notAllowed' })
  })

  test('[story 21] please-do and please-don’t go to the card in the same act, and off it when the person withdraws', async () => {
    const laptop = await aLinkWorkers()
    await laptop.does('writePlan', { ...of, fields: { pleaseDo: 'Walk on my left', cardAgreed: 'yes' } })
    expect((await laptop.view('person', { personId }))?.pleaseDo).toBe('Walk on my left')
    const acts = new Set([...laptop.store.own.values()].flat().map(({ change }) => change.act))
    expect(acts.size).toBe(1)
    await laptop.does('writePlan', { ...of, fields: { cardAgreed: 'no' } })
    expect((await laptop.view('person', { personId }))?.pleaseDo ?? '').toBe('')
    await laptop.laptop.undoLast()
    expect((await laptop.view('person', { personId }))?.pleaseDo).toBe('Walk on my left')
  })
})

function anOns4() {
  const items = { satis: 5, worth: 6, happy: 4, anxious: 7 }
  const whose = { personId, episodeId, licenceId: null, how: 'asked' as const, answeredBy: 'person' as const }
  return { ...whose, questionnaire: 'ons4', version: '2011', language: 'en', items, on: today }
}

describe('measures on a link worker’s laptop', () => {
  const tool = async (laptop: TestLaptop, id: string) => (await laptop.view('measures', { personId }))!.tools.find((one) => one.questionnaire === id)!

  test('[story 24] due at the start of a case; answered, they are a trend and no longer due', async () => {
    const laptop = await aLinkWorkers()
    expect((await tool(laptop, 'ons4')).due).toMatchObject({ point: 'baseline', late: true })
    expect((await tool(laptop, 'peg')).due).toBeNull()
    await laptop.does('recordMeasure', anOns4())
    const asked = await tool(laptop, 'ons4')
    expect(asked.due).toBeNull()
    expect(asked.asked).toMatchObject([{ on: today, scores: { satis: 5, anxious: 7 }, partial: false }])
  })

  test('[story 24] without a licence no question of it is in the answer; with one all are', async () => {
    const laptop = await laptopWith(known(), { name: 'Sunita', role: 'lead' })
    const ask = () => laptop.view('measureToAsk', { personId, questionnaire: 'swemwbs' })
    expect(await ask()).toMatchObject({ availability: 'noLicence', definition: { items: [], answers: {} } })
    const slots = (await laptop.view('measureLicences', null)).licences.find((one) => one.questionnaire === 'swemwbs')!.slots
    const wording = Object.fromEntries(slots.map((slot) => [slot, `words of ${slot}`]))
    await laptop.does('recordMeasureLicence', { licenceId: null, questionnaire: 'swemwbs', fields: { holder: 'PCN', number: '999-1', wording } })
    expect(await ask()).toMatchObject({ availability: 'ready', licenceId: expect.any(String) })
    expect((await ask())!.definition.items[0]!.text).toBe('words of q1')
  })

  test('[story 24] a positive PHQ-4 stays open until it is written down what was done', async () => {
    const laptop = await laptopWith(
      { ...known(), team: [{ id: idFor('team'), name: 'Nuneaton North', phq4On: true }] },
      { name: 'Tom', role: 'linkWorker' },
    )
    const items = { nervous: 3, worrying: 3, interest: 0, down: 0 }
    const { measureId } = await laptop.does('recordMeasure', { ...anOns4(), questionnaire: 'phq4', version: '2009', items })
    const ask = () => laptop.view('measureToAsk', { personId, questionnaire: 'phq4' })
    expect((await ask())?.protocolOpen).toMatchObject({ measureId })
    expect((await tool(laptop, 'phq4')).asked[0]?.protocolOpen).toBe(true)
    await laptop.does('recordProtocol', { measureId, words: 'Told Dr Shah at 11:40' })
    expect((await ask())?.protocolOpen).toBeNull()
  })
})

describe('[story 18] the plan of somebody who was joined to another', () => {
  const other = idFor('Derek Holloway')
  const joined = async () => {
    const laptop = await aLinkWorkers()
    await laptop.does('writePlan', { ...of, fields: { important: 'My garden', pleaseDo: 'Wave' } })
    await laptop.does('answerSamePerson', { personId: other, otherId: personId, answer: 'same', survivorId: other })
    return laptop
  }
  const shown = { personId: other, episodeId }

  test('is written on under the one who goes on, by every act (the simulation, seed 610008)', async () => {
    const laptop = await joined()
    expect((await planOf(laptop, other)).episodeId).toBe(episodeId)
    await laptop.does('writePlan', { ...shown, fields: { important: 'My garden and my dog' } })
    await laptop.does('addGoal', { ...shown, fields: { words: 'Walk to the shop' } })
    await laptop.does('closePlan', { ...shown, closedOn: today, closedAs: 'goalsMet' })
    await laptop.does('reopenPlan', shown)
    expect((await planOf(laptop, other)).state).toBe('draft')
  })

  test('takes what was typed while they were one, after they were parted again (the simulation, seed 612227)', async () => {
    const laptop = await joined()
    await laptop.does('takeBackSamePerson', { personId: other, otherId: personId, before: null })
    await laptop.does('writePlan', { ...shown, fields: { important: 'My garden and my dog' } })
    const texts = (await planOf(laptop, personId)).texts.important.versions.map((one) => one.value)
    expect(texts).toContain('My garden and my dog')
  })

  test('goes to the card of the one who goes on, also when a text is settled', async () => {
    const laptop = await joined()
    const card = async () => (await laptop.view('person', { personId: other }))?.pleaseDo
    await laptop.does('writePlan', { ...shown, fields: { cardAgreed: 'yes' } })
    expect(await card()).toBe('Wave')
    laptop.surgery.tells(theirs('plan', planId, { ...of, pleaseDo: 'Say hello', at: '2026-10-22T09:40:00.000Z', byId: idFor('Nisha') }))
    await laptop.exchange()
    const seen = (await planOf(laptop, other)).texts.pleaseDo.versions.map((one) => one.stamp)
    expect(seen).toHaveLength(2)
    await laptop.does('settlePlanText', { of: 'plan', id: planId, field: 'pleaseDo', text: 'Wave and say hello', seen })
    expect(await card()).toBe('Wave and say hello')
  })

  test('is not written into under somebody else', async () => {
    const laptop = await aLinkWorkers()
    await expect(laptop.does('writePlan', { ...shown, fields: { important: 'Not mine' } })).rejects.toThrow('noSuchCase')
  })
})
