import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { isInWindow, measuresDue, measureTasks } from '../../../src/shared/rules/measuresDue.ts'
import { idFor } from '../../support/builders.ts'

type Case = Parameters<typeof measuresDue>[0]
const jean = idFor('Jean Oakes')
const aCase = (more: Partial<Case> = {}): Case => ({ id: idFor('case'), personId: jean, openedOn: '2026-06-01', startedOn: '2026-06-08', ...more })
const asked = (questionnaire: string, on: string, more: Partial<Entity<'measure'>> = {}) => ({
  questionnaire,
  on,
  personId: jean,
  episodeId: idFor('case'),
  ...more,
})
const points = (one: Case, measures: ReturnType<typeof asked>[], today: string) =>
  measuresDue(one, measures, today).map((due) => `${due.questionnaire} ${due.point}${due.late ? ' late' : ''}`)

describe('when measures are due (domain 5.10)', () => {
  test('nothing before the first conversation, then ONS4 and loneliness', () => {
    expect(points(aCase({ startedOn: null }), [], '2026-06-20')).toEqual([])
    expect(points(aCase(), [], '2026-06-08')).toEqual(['ons4 baseline', 'loneliness baseline'])
    expect(points(aCase(), [], '2026-06-30')).toEqual(['ons4 baseline late', 'loneliness baseline late'])
  })

  test('12 weeks after the baseline, give or take three', () => {
    const both = [asked('ons4', '2026-06-10'), asked('loneliness', '2026-06-10')]
    expect(points(aCase(), both, '2026-08-11')).toEqual([])
    expect(points(aCase(), both, '2026-08-12')).toEqual(['ons4 followUp', 'loneliness followUp'])
    expect(measuresDue(aCase(), both, '2026-08-12')[0]).toMatchObject({ from: '2026-08-12', dueOn: '2026-09-02', until: '2026-09-23' })
    expect(points(aCase(), both, '2026-09-24')).toEqual(['ons4 followUp late', 'loneliness followUp late'])
    expect(points(aCase(), [...both, asked('ons4', '2026-08-20')], '2026-09-01')).toEqual(['loneliness followUp'])
  })

  test('whatever was asked at the start is asked again, once more at the end', () => {
    const first = [asked('ons4', '2026-06-10'), asked('loneliness', '2026-06-10'), asked('peg', '2026-06-10')]
    expect(points(aCase(), first, '2026-09-01')).toContain('peg followUp')
    expect(points(aCase({ closedOn: '2026-10-01' }), first, '2026-10-02')).toEqual(['ons4 closing', 'loneliness closing', 'peg closing'])
    expect(points(aCase({ closedOn: '2026-10-01' }), [...first, asked('ons4', '2026-09-20')], '2026-10-02')).not.toContain('ons4 closing')
  })

  test('nobody is asked after a death, and no baseline at an end', () => {
    expect(points(aCase({ closedOn: '2026-10-01', closedAs: 'died' }), [asked('ons4', '2026-06-10')], '2026-10-02')).toEqual([])
    expect(points(aCase({ closedOn: '2026-10-01' }), [], '2026-10-02')).toEqual([])
  })

  test('what was voided or belongs to a case before does not count', () => {
    expect(points(aCase(), [asked('ons4', '2026-06-10', { voidedBecause: 'wrong person' })], '2026-06-12')).toContain('ons4 baseline')
    expect(points(aCase(), [asked('ons4', '2026-06-10', { episodeId: idFor('another') })], '2026-06-12')).toContain('ons4 baseline')
    expect(points(aCase(), [asked('ons4', '2026-06-10', { episodeId: null })], '2026-06-12')).toEqual(['loneliness baseline'])
  })

  test('for My day the longest waiting comes first, and an end long ago is no task', () => {
    const [now, before] = [aCase({ id: idFor('now'), startedOn: '2026-10-10' }), aCase({ id: idFor('before'), closedOn: '2026-06-20' })]
    const measures = [asked('ons4', '2026-06-10', { episodeId: idFor('before') })]
    expect(measureTasks([now, before], () => measures, '2026-10-22').map((due) => due.episodeId)).toEqual([idFor('now'), idFor('now')])
  })

  test('outside of the window it is listed separately (story 29)', () => {
    expect(['2026-08-11', '2026-08-12', '2026-09-23', '2026-09-24'].map((on) => isInWindow('2026-06-10', on))).toEqual([false, true, true, false])
  })
})
