import fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { judge, judgeAll, type Author } from '../../src/server/judge.ts'
import { effectiveStamps } from '../../src/server/stamps.ts'
import { makeStamp, zeroStamp } from '../../src/shared/std/stamp.ts'

const author: Author = { team: v7(), device: v7(), colleague: v7(), role: 'lead', revoked: false }
const good = () => ({
  id: v7(),
  team: author.team,
  device: author.device,
  sequence: 1,
  stamp: makeStamp({ ms: 1e12, counter: 0, device: author.device }),
  actor: author.colleague,
  act: v7(),
  command: 'test',
  record: 'person',
  row: v7(),
  version: 1,
  fields: { givenName: 'Jean' } as unknown,
})

describe('the judge', () => {
  it('[SY7] never throws and always answers one id, whatever comes', () => {
    const field = fc.constantFrom('id', 'team', 'device', 'sequence', 'stamp', 'actor', 'act', 'record', 'row', 'version', 'fields', 'basedOn')
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), field, fc.boolean(), (junk, name, whole) => {
        const raw = whole ? junk : { ...good(), [name]: junk }
        const [first, second] = [judge(raw, author), judge(raw, author)]
        expect(first.id).toMatch(/^[0-9a-f-]{36}$/)
        expect(second.id).toBe(first.id)
      }),
      { numRuns: 3000 },
    )
  })

  it('[SY7] lets any value through as a field only if the record allows it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const { code } = judge({ ...good(), fields }, author)
        const known = Object.keys(fields).every((name) => ['givenName', 'familyName', 'knownAs', 'bornOn', 'phone', 'email'].includes(name))
        if (!known) expect(code).toBe('invalid')
      }),
      { numRuns: 2000 },
    )
  })

  it('[SY8] an act is wholly good or wholly held, however it is mixed', () => {
    const acts = [v7(), v7(), v7()]
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.boolean()), { maxLength: 12 }), (plan) => {
        const judged = judgeAll(
          plan.map(([act, fine]) => ({ ...good(), act: acts[act], fields: { givenName: fine ? 'A' : 1 } })),
          author,
        )
        for (const act of acts) {
          const whole = judged.filter((one) => one.act === act)
          const anyBad = plan.some(([place, fine]) => acts[place] === act && !fine)
          expect(whole.every((one) => (one.code !== null) === anyBad)).toBe(true)
        }
      }),
    )
  })
})

describe('effective stamps', () => {
  const { device } = author
  const stamp = fc.record({ ms: fc.integer({ min: 0, max: 4e12 }), counter: fc.nat(40) }).map((parts) => makeStamp({ ...parts, device }))

  it('[SY12] keep the order of a device, are never later than a minute from now, and stay as they are when the clock is right', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(stamp, { maxLength: 30 }),
        fc.integer({ min: 1e12, max: 2e12 }),
        fc.integer({ min: -3e12, max: 3e12 }),
        (stamps, now, offset) => {
          const made = effectiveStamps(stamps, { now, offset }, zeroStamp).stamps
          const pairs = stamps.map((one, place) => [one, made[place]!] as const).sort(([a], [b]) => (a < b ? -1 : 1))
          for (const [place, [original, effective]] of pairs.entries()) {
            expect(effective <= makeStamp({ ms: now + 60_000 + 1, counter: 0, device })).toBe(true)
            if (place > 0 && Math.abs(offset) > 60_000) expect(effective > pairs[place - 1]![1]).toBe(true)
            if (Math.abs(offset) <= 60_000 && original <= makeStamp({ ms: now + 60_000, counter: 0, device })) expect(effective).toBe(original)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
