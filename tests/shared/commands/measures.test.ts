import { beforeEach, describe, expect, test } from 'vitest'
import { undoOf, type InputOf } from '../../../src/shared/commands/index.ts'
import { definitionOf } from '../../../src/shared/measures/index.ts'
import { wordingSlots } from '../../../src/shared/rules/measures.ts'
import { must } from '../../../src/shared/std/assert.ts'
import { aPerson, idFor } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const personId = idFor('Jean Oakes')
const today = '2026-10-22'
const wellbeing = { satis: 5, worth: 6, happy: 4, anxious: 7 }
const recording = (more: Partial<InputOf<'recordMeasure'>> = {}): InputOf<'recordMeasure'> => ({
  personId,
  episodeId: null,
  questionnaire: 'ons4',
  version: '2011',
  language: 'en',
  items: wellbeing,
  on: today,
  how: 'asked',
  answeredBy: 'person',
  licenceId: null,
  ...more,
})
const wording = Object.fromEntries(wordingSlots(must(definitionOf('swemwbs'), 'swemwbs')).map((slot) => [slot, `words of ${slot}`]))
const seven = { q1: 3, q2: 3, q3: 3, q4: 3, q5: 3, q6: 3, q7: 4 }

let worker: Acting
beforeEach(() => {
  worker = new Acting().with('person', aPerson('Jean Oakes', { bornOn: '1948-04-03' })).with('team', { id: idFor('team'), name: 'Nuneaton North' })
})
const records = (more: Partial<InputOf<'recordMeasure'>> = {}) => worker.does('recordMeasure', recording(more))
const kept = (done: ReturnType<typeof records>) => (done.ok ? worker.sees('measure', done.value.measureId) : undefined)

test('[E00662] record outcomes of wellness assessments: items, score, version, language, day and who are kept', () => {
  expect(kept(records())).toMatchObject({
    questionnaire: 'ons4',
    version: '2011',
    language: 'en',
    items: wellbeing,
    scores: wellbeing,
    on: today,
    how: 'asked',
    answeredBy: 'person',
    byId: idFor('Tom'),
  })
})

test('[E00662] an assessment named by NHS England, SWEMWBS, is scored where the site has its licence', () => {
  const licence = worker.does('recordMeasureLicence', {
    licenceId: null,
    questionnaire: 'swemwbs',
    fields: { holder: 'Nuneaton North PCN', number: '999-1', wording },
  })
  const licenceId = licence.ok ? licence.value.licenceId : ''
  const swemwbs = { questionnaire: 'swemwbs', version: '2009', items: seven }
  expect(records(swemwbs)).toEqual({ ok: false, reason: 'measureNotAllowed' })
  expect(kept(records({ ...swemwbs, licenceId }))?.scores).toEqual({ metric: 19.98 })
  worker.does('endMeasureLicence', { licenceId, because: 'ended' })
  expect(records({ ...swemwbs, licenceId })).toEqual({ ok: false, reason: 'measureNotAllowed' })
})

describe('what is refused', () => {
  test('[story 24] nobody answers ONS4 for somebody else; with help they may', () => {
    expect(records({ answeredBy: 'forThem', helpedBy: 'Karen' })).toEqual({ ok: false, reason: 'notByProxy' })
    expect(records({ answeredBy: 'withHelp' })).toEqual({ ok: false, reason: 'helperMissing' })
    expect(kept(records({ answeredBy: 'withHelp', helpedBy: 'Karen' }))?.helpedBy).toBe('Karen')
    const pain = { questionnaire: 'peg', version: '2009', items: { pain: 7, enjoyment: 6, activity: 6 }, answeredBy: 'forThem' } as const
    expect(kept(records(pain))?.scores).toEqual({ peg: 6.3 })
  })

  test('[story 24] the same within four weeks asks whether it is meant', () => {
    records({ on: '2026-09-25' })
    expect(records()).toEqual({ ok: false, reason: 'askedLately' })
    expect(kept(records({ againConfirmed: true }))?.againConfirmed).toBe(true)
  })

  test('four weeks later, or after a mistaken one, it is not asked', () => {
    const first = records({ on: '2026-09-24' })
    expect(records().ok).toBe(true)
    expect(first.ok).toBe(true)
    const mistaken = new Acting().with('person', aPerson('Jean Oakes'))
    const done = mistaken.does('recordMeasure', recording({ on: '2026-10-20' }))
    mistaken.does('voidMeasure', { measureId: done.ok ? done.value.measureId : '', because: 'the wrong person' })
    expect(mistaken.does('recordMeasure', recording()).ok).toBe(true)
  })

  test('answers that cannot be, a day to come, an unknown version, nothing at all, and a child', () => {
    expect(records({ items: { ...wellbeing, happy: 11 } })).toEqual({ ok: false, reason: 'badInput' })
    expect(records({ on: '2026-10-23' })).toEqual({ ok: false, reason: 'dateAhead' })
    expect(records({ version: '2030' })).toEqual({ ok: false, reason: 'noSuchMeasure' })
    expect(records({ items: {} })).toEqual({ ok: false, reason: 'nothingAnswered' })
    worker.with('person', aPerson('Jean Oakes', { bornOn: '2011-01-01' }))
    expect(records()).toEqual({ ok: false, reason: 'tooYoung' })
  })
})

test('[story 24] broken off, it is kept and not scored', () => {
  expect(kept(records({ items: { satis: 5 } }))).toMatchObject({
    items: { satis: 5 },
    scores: { satis: null, worth: null, happy: null, anxious: null },
  })
})

test('[story 24] would rather not say is kept as such', () => {
  expect(kept(records({ items: { ...wellbeing, happy: 'notSaid' } }))).toMatchObject({
    items: { happy: 'notSaid' },
    scores: { happy: null, satis: 5 },
  })
})

test('a mistaken one is marked and can count again', () => {
  const done = records()
  const measureId = done.ok ? done.value.measureId : ''
  expect(done.ok && undoOf('recordMeasure', recording(), done.value)).toEqual({ name: 'voidMeasure', input: { measureId, because: 'undone' } })
  worker.does('voidMeasure', { measureId, because: 'the wrong person' })
  expect(worker.sees('measure', measureId)?.voidedBecause).toBe('the wrong person')
  worker.does('voidMeasure', { measureId, because: null })
  expect(worker.sees('measure', measureId)?.voidedBecause).toBeNull()
})

describe('PHQ-4', () => {
  const phq4 = { questionnaire: 'phq4', version: '2009', items: { nervous: 3, worrying: 2, interest: 0, down: 0 } }

  test('[story 24] is off until a lead switches it on', () => {
    expect(records(phq4)).toEqual({ ok: false, reason: 'measureNotAllowed' })
    worker.does('editTeam', { fields: { phq4On: true } })
    expect(kept(records(phq4))?.scores).toEqual({ total: 5, gad2: 5, phq2: 0 })
  })

  test('[story 24] says that its answers ask for the protocol, and keeps what was done', () => {
    worker.does('editTeam', { fields: { phq4On: true } })
    const done = records(phq4)
    expect(done).toMatchObject({ ok: true, value: { protocol: true } })
    const measureId = done.ok ? done.value.measureId : ''
    expect(worker.does('recordProtocol', { measureId, words: '  ' })).toEqual({ ok: false, reason: 'wordsNeeded' })
    worker.does('recordProtocol', { measureId, words: 'Told Dr Shah by phone at 11:40' })
    expect(worker.sees('measure', measureId)?.protocolDone).toBe('Told Dr Shah by phone at 11:40')
  })

  test('[story 24] what was written of it by mistake is taken back by one key, and is asked for again', () => {
    worker.does('editTeam', { fields: { phq4On: true } })
    const done = records(phq4)
    const measureId = done.ok ? done.value.measureId : ''
    const wrong = { measureId, words: 'Told Dr Shaw' }
    const written = worker.does('recordProtocol', wrong)
    const undo = written.ok ? undoOf('recordProtocol', wrong, written.value) : null
    worker.does('recordProtocol', undo?.input as never)
    expect(worker.sees('measure', measureId)?.protocolDone).toBeNull()
    expect(worker.does('recordProtocol', { measureId, words: 'Told Dr Shah' })).toEqual({ ok: true, value: { before: null } })
  })
})

test('a licence keeps only wordings that are missing, and none of an open measure', () => {
  const fields = { holder: 'Nuneaton North PCN', number: '999-1', wording: { ...wording, q9: 'none such', q1: ' ' } }
  const done = worker.does('recordMeasureLicence', { licenceId: null, questionnaire: 'swemwbs', fields })
  const kept = done.ok ? worker.sees('measureLicence', done.value.licenceId)?.wording : {}
  expect(Object.keys(kept ?? {})).not.toContain('q9')
  expect(Object.keys(kept ?? {})).not.toContain('q1')
  expect(worker.does('recordMeasureLicence', { licenceId: null, questionnaire: 'ons4', fields })).toEqual({ ok: false, reason: 'noSuchMeasure' })
  expect(worker.does('recordMeasureLicence', { licenceId: null, questionnaire: 'swemwbs', fields: { ...fields, number: ' ' } })).toEqual({
    ok: false,
    reason: 'licenceMissing',
  })
})
