import fc from 'fast-check'
import { configure } from 'safe-stable-stringify'
import { expect, it } from 'vitest'
import { canonical } from '../../src/server/hash.ts'

const theirs = configure({ deterministic: true, circularValue: Error }) as (value: unknown) => string

it('the canonical text of any JSON is that of a library which does the same, whatever the order of its keys', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(canonical(value)).toBe(theirs(value))
    expect(canonical(reversed(value))).toBe(theirs(value))
  }), { numRuns: 2000 })
  expect(canonical(JSON.parse('{"b":1,"__proto__":{"z":0,"a":"\\ud800"},"a":[-0,null,{"2":1,"10":2}]}'))).toBe('{"__proto__":{"a":"\\ud800","z":0},"a":[0,null,{"10":2,"2":1}],"b":1}')
  expect(canonical({ a: undefined, b: [undefined] })).toBe('{"b":[null]}')
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const made = Object.create(null) as Record<string, unknown>
  for (const [key, inner] of Object.entries(value).reverse()) made[key] = reversed(inner)
  return made
}
