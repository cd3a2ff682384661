import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { goBack, go, usePlace } from '../../src/renderer/state/place.ts'
import { parentOf, readPlace, ruleOf, writePlace, type Place } from '../../src/renderer/state/places.ts'
import { places, type At } from '../../src/shared/ipc/places.ts'

/** Each place with ids made up, and once more without those that may be missing. */
const everyPlace = (Object.keys(places) as At[]).flatMap((at) =>
  [true, false].map(
    (whole) =>
      ({
        at,
        ...Object.fromEntries(ruleOf(at).ids.map((id) => [id.replace('?', ''), id.endsWith('?') && !whole ? null : `${id}1`])),
      }) as unknown as Place,
  ),
)

beforeEach(() => usePlace.getState().startAt({ at: 'today' }))

test('every place can be remembered and found again', () => {
  for (const place of everyPlace) expect(readPlace(writePlace(place))).toEqual(place)
})

test('what was never ours leads nowhere', () => {
  for (const text of [null, '', 'register', 'register/', 'nowhere/1', 'person', 'register/-', 'register/s1/p1', 'toString', 'today/'])
    expect(readPlace(text)).toBeNull()
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

test('every way up ends at today, and needs no id that is not there', () => {
  for (const place of everyPlace) {
    let at: Place | null = place
    for (let steps = 0; at?.at !== 'today'; steps++) {
      expect(steps).toBeLessThan(5)
      at = parentOf(at!)
    }
  }
  expect(parentOf({ at: 'concern', sessionId: null, addsTo: null })).toEqual({ at: 'today' })
  expect(parentOf({ at: 'concern', sessionId: 's1', addsTo: null })).toEqual({ at: 'register', sessionId: 's1' })
})

test('to every place some screen leads, not only a form that was left or the address', () => {
  const folder = `${import.meta.dirname}/../../src/renderer`
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.startsWith('state'))
  const text = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n')
  expect((Object.keys(places) as At[]).filter((at) => !text.includes(`at: '${at}'`))).toEqual([])
})
