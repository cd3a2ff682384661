import { describe, expect, test } from 'vitest'
import { assertNever, must } from '../../../src/shared/std/assert.ts'
import { membershipIdOf, sessionIdOf } from '../../../src/shared/std/ids.ts'
import { fail, ok } from '../../../src/shared/std/result.ts'
import { idFor } from '../../support/builders.ts'

describe('what cannot happen', () => {
  test('throws with what was missing, and lets nought, false and nothing written through', () => {
    expect([must(0, 'count'), must(false, 'answer'), must('', 'text')]).toEqual([0, false, ''])
    expect(() => must(null, 'group')).toThrow('impossible: no group')
    expect(() => must(undefined, 'group')).toThrow('impossible: no group')
    expect(() => assertNever('parked' as never)).toThrow('impossible: "parked"')
  })

  test('is not what a user may expect to fail', () => {
    expect([ok(1), fail('alreadyHere')]).toEqual([
      { ok: true, value: 1 },
      { ok: false, reason: 'alreadyHere' },
    ])
  })
})

describe('ids that are computed', () => {
  const group = idFor('Walk and Talk')

  test('are the same for ever: laptops of every version must agree (peers 3.1)', () => {
    expect(sessionIdOf('6f2d1c52-2f0a-5c3e-9b1e-0d7a3f4c8e11', '2026-10-22', 1)).toBe('c2c34d0f-f001-5692-9928-9ddb93b6262d')
    expect(membershipIdOf('6f2d1c52-2f0a-5c3e-9b1e-0d7a3f4c8e11', '6f2d1c52-2f0a-5c3e-9b1e-0d7a3f4c8e11')).toBe(
      'b115cd7b-36fb-581e-90ca-00edc9224a44',
    )
  })

  test('differ by group, date and slot, and a session is no membership', () => {
    const ids = [
      sessionIdOf(group, '2026-10-22', 1),
      sessionIdOf(group, '2026-10-22', 2),
      sessionIdOf(group, '2026-10-29', 1),
      sessionIdOf(idFor('Pain Café'), '2026-10-22', 1),
      membershipIdOf(group, idFor('Jean')),
      membershipIdOf(idFor('Jean'), group),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
})
