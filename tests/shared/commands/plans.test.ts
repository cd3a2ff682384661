import { beforeEach, describe, expect, test } from 'vitest'
import { openValues } from '../../../src/shared/changes/row.ts'
import { undoOf } from '../../../src/shared/commands/index.ts'
import { planState } from '../../../src/shared/rules/plans.ts'
import { episodeIdOf, planIdOf } from '../../../src/shared/std/ids.ts'
import { aPerson, idFor, stampAt } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const personId = idFor('Jean Oakes')
const episodeId = episodeIdOf(personId, 1)
const planId = planIdOf(episodeId)
const of = { personId, episodeId }
const marcus = stampAt('10:35', 'Marcus’s laptop')
const today = '2026-10-22'

let worker: Acting
beforeEach(() => {
  worker = new Acting()
    .with('person', aPerson('Jean Oakes', { pleaseDo: '' }))
    .with('episode', { id: episodeId, personId, number: 1, openedOn: '2026-10-01', at: '2026-10-01T09:00:00.000Z', byId: idFor('Tom') })
})
const writes = (fields: Parameters<typeof worker.does<'writePlan'>>[1]['fields'], seen?: Record<string, string[]>) =>
  worker.does('writePlan', { ...of, fields, ...(seen ? { seen } : {}) })
const texts = (field: string) => openValues(worker.row('plan', planId)!, field).map((one) => one.value)
const plan = () => worker.sees('plan', planId)
const card = () => {
  const { pleaseDo = '', pleaseDont = '' } = worker.sees('person', personId)!
  return { pleaseDo, pleaseDont }
}
const goal = (words = 'Walk to the shop by myself') => worker.does('addGoal', { ...of, fields: { words } })
const agree = (more: object = {}) =>
  worker.does('agreePlan', { ...of, agreedOn: today, agreedWith: 'Jean Oakes', agreedAs: 'self', ...more } as never)

describe('writing a plan', () => {
  test('[story 21] writes only the boxes that were touched, and whose plan it is once', () => {
    writes({ important: 'My garden' })
    const second = worker.decide('writePlan', { ...of, fields: { important: 'My garden', people: 'Karen' } })
    expect(second.ok && second.value.drafts).toEqual([{ record: 'plan', row: planId, fields: { people: 'Karen' } }])
    expect(plan()).toMatchObject({ personId, episodeId, important: 'My garden' })
    expect(writes({ important: 'My garden' })).toEqual({ ok: false, reason: 'nothingChanged' })
  })

  test('[story 21] edited on two laptops both texts stand side by side, however late the other one comes', () => {
    writes({ important: 'My garden' })
    const seen = openValues(worker.row('plan', planId)!, 'important').map((one) => one.stamp)
    worker.hears('plan', planId, { important: 'My allotment' }, marcus) // came while Tom typed
    writes({ important: 'My garden and the birds' }, { important: seen })
    expect(texts('important').sort()).toEqual(['My allotment', 'My garden and the birds'])
  })

  test('[story 21] a text that was on the screen is replaced', () => {
    worker.with('plan', { id: planId, ...of, important: 'The garden', at: '2026-10-01T09:00:00.000Z', byId: idFor('Tom') })
    writes({ important: 'My garden' })
    expect(texts('important')).toEqual(['My garden'])
  })

  test('the way back writes what stood there', () => {
    writes({ important: 'My garden' })
    const input = { ...of, fields: { important: 'My cat', people: 'Karen' } }
    const done = worker.does('writePlan', input)
    const undo = done.ok ? undoOf('writePlan', input, done.value) : null
    expect(undo).toEqual({ name: 'writePlan', input: { ...of, fields: { important: 'My garden', people: '' }, seen: { important: [], people: [] } } })
  })

  test('the way back leaves what another laptop wrote meanwhile', () => {
    writes({ important: 'My garden' })
    worker.hears('plan', planId, { important: 'My allotment' }, marcus)
    worker.does('writePlan', { ...of, fields: { important: '' }, seen: { important: [] } })
    expect(texts('important').sort()).toEqual(['', 'My allotment'])
  })

  test('[story 21] a box that was empty when somebody began to type replaces nothing that came meanwhile', () => {
    goal()
    worker.hears('plan', planId, { important: 'My allotment' }, marcus)
    writes({ important: 'My garden' }, { important: [] })
    expect(texts('important').sort()).toEqual(['My allotment', 'My garden'])
  })

  test('a case that is gone, or of somebody else, takes no plan', () => {
    expect(worker.does('writePlan', { personId, episodeId: idFor('none'), fields: { people: 'Karen' } })).toEqual({ ok: false, reason: 'noSuchCase' })
    worker.with('person', aPerson('Derek Holloway'))
    expect(worker.does('writePlan', { personId: idFor('Derek Holloway'), episodeId, fields: { people: 'Karen' } }).ok).toBe(false)
  })
})

describe('two texts side by side', () => {
  beforeEach(() => {
    writes({ important: 'My garden', pleaseDo: 'Wait for me' })
    worker.hears('plan', planId, { important: 'My allotment' }, marcus)
  })

  test('one is chosen, or both are joined', () => {
    const seen = openValues(worker.row('plan', planId)!, 'important').map((one) => one.stamp)
    worker.does('settlePlanText', { of: 'plan', id: planId, field: 'important', text: 'My garden\n\nMy allotment', seen })
    expect(texts('important')).toEqual(['My garden\n\nMy allotment'])
  })

  test('a third that came since stays beside the answer', () => {
    const seen = openValues(worker.row('plan', planId)!, 'important').map((one) => one.stamp)
    worker.hears('plan', planId, { important: 'My dog' }, stampAt('10:40', 'Sunita’s laptop'))
    worker.does('settlePlanText', { of: 'plan', id: planId, field: 'important', text: 'My garden', seen })
    expect(texts('important').sort()).toEqual(['My dog', 'My garden'])
  })

  test('nothing is settled where nothing stands side by side, or in no such box', () => {
    const settle = (field: string) => worker.does('settlePlanText', { of: 'plan', id: planId, field, text: 'x', seen: [marcus] })
    expect(settle('people')).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(settle('agreedWith')).toEqual({ ok: false, reason: 'noSuchPlan' })
  })

  test('a goal has two texts too', () => {
    const added = goal()
    const goalId = added.ok ? added.value.goalId : ''
    const seen = openValues(worker.row('planGoal', goalId)!, 'words').map((one) => one.stamp)
    worker.hears('planGoal', goalId, { words: 'Walk to church' }, marcus)
    worker.does('changeGoal', { goalId, planId, fields: { words: 'Walk to the library' }, seen: { words: seen } })
    expect(openValues(worker.row('planGoal', goalId)!, 'words')).toHaveLength(2)
  })

  test('they are settled before the plan is agreed', () => {
    goal()
    expect(agree()).toEqual({ ok: false, reason: 'settleFirst' })
  })
})

describe('the card that facilitators see', () => {
  const wish = { pleaseDo: 'Walk on my left', pleaseDont: 'Do not take my arm' }

  test('[story 21] has nothing of the plan without a yes', () => {
    writes(wish)
    expect(card()).toEqual({ pleaseDo: '', pleaseDont: '' })
    writes({ cardAgreed: 'no' })
    expect(card()).toEqual({ pleaseDo: '', pleaseDont: '' })
  })

  test('[story 21] has both texts in the act in which the person agrees, and follows them', () => {
    writes(wish)
    const decided = worker.decide('writePlan', { ...of, fields: { cardAgreed: 'yes' } })
    expect(decided.ok && decided.value.drafts.map((one) => one.record)).toEqual(['plan', 'person'])
    writes({ cardAgreed: 'yes' })
    expect(card()).toEqual(wish)
    writes({ pleaseDo: 'Walk on my right' })
    expect(card().pleaseDo).toBe('Walk on my right')
    writes({ pleaseDont: '' })
    expect(card()).toEqual({ pleaseDo: 'Walk on my right', pleaseDont: '' })
  })

  test('[story 21] loses them when the person withdraws, and nothing else does that', () => {
    writes({ ...wish, cardAgreed: 'yes' })
    goal()
    agree()
    worker.does('closePlan', { ...of, closedOn: today, closedAs: 'goalsMet' })
    expect(card()).toEqual(wish)
    worker.does('reopenPlan', of)
    expect(card()).toEqual(wish)
    writes({ cardAgreed: 'no' })
    expect(card()).toEqual({ pleaseDo: '', pleaseDont: '' })
  })

  test('what somebody wrote on the card at the door stays when the person withdraws', () => {
    writes({ ...wish, cardAgreed: 'yes' })
    worker.does('editPerson', { personId, fields: { pleaseDont: 'Do not offer sugar' } })
    writes({ cardAgreed: 'no' })
    expect(card()).toEqual({ pleaseDo: '', pleaseDont: 'Do not offer sugar' })
  })

  test('an empty box takes nothing off a card that others filled in', () => {
    worker.does('editPerson', { personId, fields: { pleaseDo: 'Speak up' } })
    writes({ cardAgreed: 'yes' })
    expect(card().pleaseDo).toBe('Speak up')
  })

  test('a text with no room on the card is refused with a sentence, not cut', () => {
    expect(writes({ pleaseDo: 'x'.repeat(301), cardAgreed: 'yes' })).toEqual({ ok: false, reason: 'tooLongForCard' })
    expect(writes({ pleaseDo: 'x'.repeat(301) }).ok).toBe(true)
  })

  test('follows a settled text', () => {
    writes({ pleaseDo: 'Wait for me', cardAgreed: 'yes' })
    worker.hears('plan', planId, { pleaseDo: 'Walk slowly' }, marcus)
    const seen = openValues(worker.row('plan', planId)!, 'pleaseDo').map((one) => one.stamp)
    worker.does('settlePlanText', { of: 'plan', id: planId, field: 'pleaseDo', text: 'Wait, and walk slowly', seen })
    expect(card().pleaseDo).toBe('Wait, and walk slowly')
  })
})

describe('goals and actions', () => {
  test('the first goal begins the plan; taken off by mistake it comes back', () => {
    const added = goal()
    const goalId = added.ok ? added.value.goalId : ''
    expect(plan()).toMatchObject(of)
    const removing = { goalId, because: 'a mistake' }
    worker.does('removeGoal', removing)
    const undo = undoOf('removeGoal', removing, null)
    expect(undo).toEqual({ name: 'removeGoal', input: { goalId, because: null } })
    worker.does('removeGoal', { goalId, because: null })
    expect(worker.sees('planGoal', goalId)?.voidedBecause).toBeNull()
  })

  test('how it went has its day, in their words; confidence is 0 to 10', () => {
    const added = goal()
    const goalId = added.ok ? added.value.goalId : ''
    worker.does('changeGoal', { goalId, planId, fields: { outcome: 'done', outcomeWords: 'I did it twice', confidence: 10 } })
    expect(worker.sees('planGoal', goalId)).toMatchObject({ outcome: 'done', outcomeOn: today, confidence: 10 })
    expect(worker.does('changeGoal', { goalId, planId, fields: { confidence: 11 } })).toEqual({ ok: false, reason: 'badInput' })
    expect(worker.does('changeGoal', { goalId, planId, fields: { words: ' ' } })).toEqual({ ok: false, reason: 'wordsNeeded' })
  })

  test('an action says what and who; done has its day until it is to do again', () => {
    expect(worker.does('addAction', { ...of, fields: { what: 'Ring the bowls club', who: ' ' } })).toEqual({ ok: false, reason: 'wordsNeeded' })
    const added = worker.does('addAction', { ...of, fields: { what: 'Ring the bowls club', who: 'Jean', dueOn: '2026-11-01' } })
    const actionId = added.ok ? added.value.actionId : ''
    const done = worker.does('changeAction', { actionId, planId, fields: { state: 'done' } })
    expect(worker.sees('planAction', actionId)).toMatchObject({ state: 'done', doneOn: today })
    expect(done.ok && done.value).toEqual({ before: { state: 'toDo' } })
    worker.does('changeAction', { actionId, planId, fields: { state: 'toDo' } })
    expect(worker.sees('planAction', actionId)).toMatchObject({ state: 'toDo', doneOn: null })
  })
})

describe('agreeing', () => {
  test('[story 21] needs at least one goal that stands', () => {
    writes({ important: 'My garden' })
    expect(agree()).toEqual({ ok: false, reason: 'goalMissing' })
    const added = goal()
    worker.does('removeGoal', { goalId: added.ok ? added.value.goalId : '', because: 'a mistake' })
    expect(agree()).toEqual({ ok: false, reason: 'goalMissing' })
  })

  test('[story 21] needs who agreed and a day that has come', () => {
    goal()
    expect(agree({ agreedWith: '  ' })).toEqual({ ok: false, reason: 'agreedWithMissing' })
    expect(agree({ agreedOn: '2026-10-23' })).toEqual({ ok: false, reason: 'dateAhead' })
    expect(agree({ reviewOn: today })).toEqual({ ok: false, reason: 'reviewBefore' })
  })

  test('[story 21] a plan with no activity is valid, writes a version and is reviewed in six weeks', () => {
    writes({ important: 'My garden' })
    goal()
    const done = agree()
    const versionId = done.ok ? done.value.versionId : ''
    expect(plan()).toMatchObject({ agreedOn: today, agreedWith: 'Jean Oakes', agreedAs: 'self', reviewOn: '2026-12-03' })
    expect(worker.sees('planVersion', versionId)).toMatchObject({
      number: 1,
      texts: { important: 'My garden' },
      goals: [{ words: 'Walk to the shop by myself', outcome: 'notStarted' }],
      actions: [],
    })
    expect(planState(plan(), today)).toBe('agreed')
    expect(planState(plan(), '2026-12-03')).toBe('review')
  })

  test('[story 21] an attorney agrees', () => {
    goal()
    agree({ agreedWith: 'Karen Oakes', agreedAs: 'attorney' })
    expect(plan()).toMatchObject({ agreedWith: 'Karen Oakes', agreedAs: 'attorney' })
  })

  test('[story 21] the person wants no copy', () => {
    goal()
    agree({ copyAs: 'none', copyGivenOn: null })
    expect(plan()).toMatchObject({ copyAs: 'none', copyGivenOn: null })
  })

  test('agreed again it is the next version; taken back, the one before counts', () => {
    goal()
    agree()
    goal('Sleep through the night')
    const second = agree({ agreedWith: 'Karen Oakes', agreedAs: 'attorney' })
    const versionId = second.ok ? second.value.versionId : ''
    expect(worker.sees('planVersion', versionId)?.number).toBe(2)
    const undo = second.ok ? undoOf('agreePlan', { ...of, agreedOn: today, agreedWith: 'x', agreedAs: 'self' } as never, second.value) : null
    expect(undo).toEqual({ name: 'withdrawAgreement', input: { ...of, versionId } })
    worker.does('withdrawAgreement', { ...of, versionId })
    expect(plan()).toMatchObject({ agreedWith: 'Jean Oakes', agreedAs: 'self' })
    expect(worker.sees('planVersion', versionId)?.voidedBecause).toBe('undone')
  })

  test('a review moves the date on, and only of an agreed plan', () => {
    goal()
    expect(worker.does('reviewPlan', { ...of, reviewedOn: today })).toEqual({ ok: false, reason: 'notAgreedYet' })
    agree({ agreedOn: '2026-09-01' })
    worker.does('reviewPlan', { ...of, reviewedOn: today })
    expect(plan()).toMatchObject({ reviewedOn: today, reviewOn: '2026-12-03' })
  })

  test('a review by mistake is taken back by one key, with its answer and with the days as they were', () => {
    goal()
    agree({ agreedOn: '2026-09-01' })
    const before = { reviewedOn: plan()?.reviewedOn ?? null, reviewOn: plan()?.reviewOn ?? null }
    const input = { ...of, reviewedOn: today, confidence: 8 }
    const done = worker.does('reviewPlan', input)
    const undo = done.ok ? undoOf('reviewPlan', input, done.value) : null
    expect(worker.does('takeBackReview', undo?.input as never).ok).toBe(true)
    expect(plan()).toMatchObject(before)
    expect(worker.all('planConfidence').map((one) => [one.value, one.voidedBecause])).toEqual([[8, 'undone']])
  })

  test('how sure they are is kept each time they are asked; not asked, nothing is written', () => {
    goal()
    const done = agree({ agreedOn: '2026-09-01', confidence: 3 })
    worker.does('reviewPlan', { ...of, reviewedOn: today, confidence: 7 })
    worker.does('reviewPlan', { ...of, reviewedOn: today, confidence: null })
    const answers = () => worker.all('planConfidence').map(({ value, asked, on, voidedBecause }) => [value, asked, on, voidedBecause ?? null])
    expect(answers()).toEqual([
      [3, 'agreed', '2026-09-01', null],
      [7, 'review', today, null],
    ])
    const undo = done.ok ? undoOf('agreePlan', { ...of, agreedOn: today, agreedWith: 'x', agreedAs: 'self' } as never, done.value) : null
    worker.does('withdrawAgreement', undo?.input as never)
    expect(answers()).toEqual([
      [3, 'agreed', '2026-09-01', 'undone'],
      [7, 'review', today, null],
    ])
  })

  test('going through it together is a state of its own', () => {
    goal()
    expect(planState(plan(), today)).toBe('draft')
    worker.does('sharePlan', { ...of, sharedOn: today })
    expect(planState(plan(), today)).toBe('shared')
  })
})

describe('closing', () => {
  beforeEach(() => {
    goal()
    agree()
    worker.does('closePlan', { ...of, closedOn: today, closedAs: 'goalsMet' })
  })

  test('[story 21] a closed plan is only read', () => {
    expect(writes({ people: 'Karen' })).toEqual({ ok: false, reason: 'planClosed' })
    expect(goal()).toEqual({ ok: false, reason: 'planClosed' })
    expect(agree()).toEqual({ ok: false, reason: 'planClosed' })
    expect(planState(plan(), today)).toBe('closed')
  })

  test('[story 21] opened again it has a new version and must be agreed anew', () => {
    const decided = worker.decide('reopenPlan', of)
    const version = decided.ok ? decided.value.drafts.find((one) => one.record === 'planVersion') : null
    expect(version?.fields).toMatchObject({ number: 2, agreedWith: 'Jean Oakes' })
    worker.does('reopenPlan', of)
    expect(plan()).toMatchObject({ closedOn: null, closedAs: null, agreedOn: null })
    expect(writes({ people: 'Karen' }).ok).toBe(true)
  })

  test('closed by mistake it is as it was', () => {
    const undo = undoOf('closePlan', { ...of, closedOn: today, closedAs: 'goalsMet' }, null)
    expect(undo).toEqual({ name: 'reopenPlan', input: { ...of, byMistake: true } })
    worker.does('reopenPlan', { ...of, byMistake: true })
    expect(plan()).toMatchObject({ closedOn: null, agreedOn: today })
  })
})
