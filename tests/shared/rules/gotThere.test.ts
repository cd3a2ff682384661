import { describe, expect, test } from 'vitest'
import { gotThere, type Accepted, type SessionSince } from '../../../src/shared/rules/gotThere.ts'

const accepted: Accepted = { acceptedOn: '2026-10-01', firstOn: null, calledOn: null }
const held = (date: string, more: Partial<SessionSince> = {}): SessionSince => ({ date, state: 'held', came: false, ...more })
const here = (date: string, more: Partial<SessionSince> = {}) => held(date, { came: true, ...more })
const at = (today: string, sessions: SessionSince[], more: Partial<Accepted> = {}) => gotThere({ ...accepted, ...more }, sessions, today)

describe('[story 23] two sessions missed ask for a call', () => {
  test('not after one', () => {
    expect(at('2026-10-09', [held('2026-10-08')])).toMatchObject({ state: 'notYet', missed: 1, call: null })
  })

  test('after the second, since its day', () => {
    const found = at('2026-10-16', [held('2026-10-15'), held('2026-10-08')])
    expect(found).toMatchObject({ state: 'notYet', times: 0, missed: 2, of: 2, call: 'missed', callSince: '2026-10-15' })
  })

  test('[story 23] a cancelled session is no miss', () => {
    expect(at('2026-10-16', [held('2026-10-08'), held('2026-10-15', { state: 'cancelled' })])).toMatchObject({ missed: 1, call: null })
  })

  test('a session that is not closed, or that this laptop has not heard of, is no miss', () => {
    expect(at('2026-10-16', [held('2026-10-08'), held('2026-10-15', { state: 'open' })])).toMatchObject({ missed: 1, call: null })
  })

  test('who told the team before has not missed it', () => {
    expect(at('2026-10-16', [held('2026-10-08'), held('2026-10-15', { toldBefore: true })])).toMatchObject({ missed: 1, call: null })
  })

  test('sessions before the first date agreed, or on the day of the yes, are none of theirs', () => {
    const sessions = [held('2026-10-01'), held('2026-10-08'), held('2026-10-15')]
    expect(at('2026-10-16', sessions, { firstOn: '2026-10-22' })).toMatchObject({ missed: 0, of: 0, call: null })
    expect(at('2026-10-16', sessions)).toMatchObject({ missed: 2 })
    expect(at('2026-10-16', sessions, { firstOn: '2026-10-15' })).toMatchObject({ missed: 1 })
  })

  test('a call settles it; two more missed ask again', () => {
    const two = [held('2026-10-08'), held('2026-10-15')]
    expect(at('2026-10-17', two, { calledOn: '2026-10-16' })).toMatchObject({ missed: 2, call: null })
    const four = [...two, held('2026-10-22'), held('2026-10-29')]
    expect(at('2026-10-30', four, { calledOn: '2026-10-16' })).toMatchObject({ missed: 4, call: 'missed', callSince: '2026-10-29' })
  })

  test('coming closes it by itself', () => {
    expect(at('2026-10-30', [held('2026-10-08'), held('2026-10-15'), here('2026-10-22')], { calledOn: '2026-10-22' })).toMatchObject({
      state: 'came',
      missed: 0,
      call: null,
    })
  })

  test('somebody who came and missed two since has stopped coming', () => {
    expect(at('2026-10-30', [here('2026-10-08'), held('2026-10-15'), held('2026-10-22')], { calledOn: '2026-10-09' })).toMatchObject({
      state: 'stopped',
      times: 1,
      firstCame: '2026-10-08',
      lastCame: '2026-10-08',
      missed: 2,
      of: 3,
      call: 'missed',
    })
  })
})

describe('[story 23] the first time asks for a call the next day', () => {
  test.each([
    ['2026-10-08', null, null],
    ['2026-10-09', null, 'first'],
    ['2026-10-22', null, 'first'],
    ['2026-10-23', null, null],
    ['2026-10-09', '2026-10-08', null],
    ['2026-10-09', '2026-10-02', 'first'],
  ])('on %s, last called %s: %s', (today, calledOn, call) => {
    expect(at(today, [here('2026-10-08')], { calledOn })).toMatchObject({ call, times: 1 })
  })

  test('coming on the day of the yes is coming', () => {
    expect(at('2026-10-02', [here('2026-10-01')])).toMatchObject({ state: 'came', call: 'first', callSince: '2026-10-01' })
  })

  test('what was before the yes, or is still to come, does not count', () => {
    expect(at('2026-10-09', [here('2026-09-24'), here('2026-10-15')])).toMatchObject({ state: 'notYet', times: 0 })
  })
})
