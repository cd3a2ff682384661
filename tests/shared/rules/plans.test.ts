import { expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import {
  contentOf,
  differsFrom,
  planReviewsDue,
  planState,
  reviewDateAfter,
  standingActions,
  standingGoals,
} from '../../../src/shared/rules/plans.ts'
import { at, idFor } from '../../support/builders.ts'

const byId = idFor('Tom')
const whose = { personId: idFor('Jean Oakes'), planId: idFor('plan'), byId }
const goal = (words: string, more: Partial<Entity<'planGoal'>> = {}): Entity<'planGoal'> => ({
  id: idFor(words),
  ...whose,
  words,
  outcome: 'notStarted',
  at: at('10:00'),
  ...more,
})
const action = (what: string, more: Partial<Entity<'planAction'>> = {}): Entity<'planAction'> => ({
  id: idFor(what),
  ...whose,
  what,
  who: 'Jean',
  state: 'toDo',
  at: at('10:00'),
  ...more,
})
const plan = (episode: string, more: Partial<Entity<'plan'>>): Entity<'plan'> => ({
  id: idFor(`plan of ${episode}`),
  personId: whose.personId,
  episodeId: idFor(episode),
  at: at('10:00'),
  byId,
  ...more,
})

test('a plan is draft, shared, agreed, under review and closed (domain 4)', () => {
  expect(planState(null, '2026-10-22')).toBe('none')
  expect(planState({}, '2026-10-22')).toBe('draft')
  expect(planState({ sharedOn: '2026-10-01' }, '2026-10-22')).toBe('shared')
  expect(planState({ agreedOn: '2026-10-01', reviewOn: '2026-10-23' }, '2026-10-22')).toBe('agreed')
  expect(planState({ agreedOn: '2026-10-01', reviewOn: '2026-10-22' }, '2026-10-22')).toBe('review')
  expect(planState({ agreedOn: '2026-10-01', closedOn: '2026-10-20' }, '2026-10-22')).toBe('closed')
})

test('a review is six weeks on, also over the end of summer time', () => {
  expect(reviewDateAfter('2026-10-22')).toBe('2026-12-03')
})

test('goals stand in the order the person gave, actions by what is still to do and until when', () => {
  const goals = [goal('third'), goal('second', { priority: 2 }), goal('first', { priority: 1 }), goal('gone', { voidedBecause: 'a mistake' })]
  expect(standingGoals(goals).map((one) => one.words)).toEqual(['first', 'second', 'third'])
  const actions = [action('done', { state: 'done', dueOn: '2026-01-01' }), action('some day'), action('soon', { dueOn: '2026-11-01' })]
  expect(standingActions(actions).map((one) => one.what)).toEqual(['soon', 'some day', 'done'])
})

test('how far a goal has come is no other plan; other words are', () => {
  const agreed = contentOf({ important: 'My garden', people: ' ' }, [goal('Walk')], [])
  expect(agreed.texts).toEqual({ important: 'My garden' })
  expect(differsFrom(agreed, contentOf({ important: 'My garden' }, [goal('Walk', { outcome: 'done' })], []))).toBe(false)
  expect(differsFrom(agreed, contentOf({ important: 'My cat' }, [goal('Walk')], []))).toBe(true)
  expect(differsFrom(agreed, contentOf({ important: 'My garden' }, [goal('Walk')], [action('Ring')]))).toBe(true)
})

test('for My day: reviews that are due, the longest waiting first', () => {
  const plans = [
    plan('later', { agreedOn: '2026-09-01', reviewOn: '2026-11-01' }),
    plan('now', { agreedOn: '2026-09-01', reviewOn: '2026-10-22' }),
    plan('waiting', { agreedOn: '2026-09-01', reviewOn: '2026-10-01' }),
    plan('over', { agreedOn: '2026-09-01', reviewOn: '2026-10-01', closedOn: '2026-10-02' }),
    plan('draft', {}),
  ]
  expect(planReviewsDue(plans, '2026-10-22').map((one) => one.episodeId)).toEqual([idFor('waiting'), idFor('now')])
})
