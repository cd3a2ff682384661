import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aPerson, idFor, which } from '../../support/builders.ts'
import { Acting } from './acting.ts'

let worker: Acting

beforeEach(() => {
  worker = new Acting().with('group', aGroup('Walk and Talk')).with('person', aPerson('Jean Oakes'), aPerson('Ray Oakes'))
})

describe('taking a register along (story 1)', () => {
  const take = (date: string, device = 'blue') =>
    worker.does('takeAlong', { session: which('Walk and Talk', date), deviceId: idFor(device), deviceName: device })

  test('up to fourteen days ahead, and no further', () => {
    expect(take('2026-11-05').ok).toBe(true)
    expect(take('2026-11-12')).toEqual({ ok: false, reason: 'tooFarAhead' })
  })
  test('twice changes nothing; a second laptop may', () => {
    expect(take('2026-10-22').ok).toBe(true)
    expect(take('2026-10-22')).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(take('2026-10-22', 'green').ok).toBe(true)
  })
  test('also a laptop with the longest name there is: the server may have put a number behind it', () => {
    expect(take('2026-10-22', `${'x'.repeat(100)} 2`).ok).toBe(true)
  })
  test('left behind, it can be taken again', () => {
    const taken = take('2026-10-22')
    expect(worker.does('leaveBehind', { takenLaptopId: taken.ok ? taken.value.takenLaptopId : '' }).ok).toBe(true)
    expect(take('2026-10-22').ok).toBe(true)
  })
})
