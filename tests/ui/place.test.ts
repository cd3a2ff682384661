import { beforeEach, expect, test } from 'vitest'
import { goBack, go, readPlace, usePlace, writePlace, type Place } from '../../src/renderer/state/place.ts'

const places: Place[] = [
  { at: 'today' }, { at: 'register', sessionId: 's1' }, { at: 'headCount', sessionId: 's1' }, { at: 'closing', sessionId: 's1' },
  { at: 'emergency', sessionId: 's1' }, { at: 'people' }, { at: 'person', personId: 'p1' }, { at: 'groups' }, { at: 'group', groupId: 'g1' },
  { at: 'import', groupId: 'g1' }, { at: 'surgery' }, { at: 'newcomer', sessionId: 's1', personId: 'p1' }, { at: 'health', sessionId: 's1', personId: 'p1' },
  { at: 'incident', sessionId: 's1' }, { at: 'concern', sessionId: null, addsTo: null }, { at: 'concern', sessionId: 's1', addsTo: 'c1' },
  { at: 'incidents' }, { at: 'concerns' }, { at: 'office' }, { at: 'team' },
]

beforeEach(() => usePlace.getState().startAt({ at: 'today' }))

test('every place can be remembered and found again', () => {
  for (const place of places) expect(readPlace(writePlace(place))).toEqual(place)
})

test('what was never ours leads nowhere', () => {
  for (const text of [null, '', 'register', 'register/', 'nowhere/1', 'person']) expect(readPlace(text)).toBeNull()
})

test('Esc goes one step back, the way one came', () => {
  go({ at: 'register', sessionId: 's1' })
  go({ at: 'person', personId: 'p1' })
  goBack()
  expect(usePlace.getState().place).toEqual({ at: 'register', sessionId: 's1' })
  goBack()
  expect(usePlace.getState().place).toEqual({ at: 'today' })
  goBack()
  expect(usePlace.getState().place).toEqual({ at: 'today' })
})

test('after a lock in the middle of a count, Esc still leads to the register and to today', () => {
  usePlace.getState().startAt({ at: 'headCount', sessionId: 's1' })
  goBack()
  expect(usePlace.getState().place).toEqual({ at: 'register', sessionId: 's1' })
  goBack()
  expect(usePlace.getState().place).toEqual({ at: 'today' })
})

test('going where one is changes nothing', () => {
  go({ at: 'people' })
  go({ at: 'people' })
  goBack()
  expect(usePlace.getState().place).toEqual({ at: 'today' })
})
