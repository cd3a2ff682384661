import { z } from 'zod'
import { defineRecord, everyLaptop, field } from '../../src/shared/records/defineRecord.ts'
import { records } from '../../src/shared/records/index.ts'

/** What the next release adds to a note: enough to tell an app that knows it from one that does not. */
const noteNow = records.note
const noteNext = defineRecord({
  ...noteNow,
  fields: { ...noteNow.fields, mood: field(z.string().max(20).optional(), everyLaptop) },
  added: [...noteNow.added, { mood: '' }],
})

export type AppVersion = 'this' | 'next'

/** Runs a step as an app of this version: the simulation takes one step at a time, so the registry can be exchanged for it. */
export async function as<Value>(version: AppVersion, step: () => Promise<Value>): Promise<Value> {
  const registry = records as unknown as { note: unknown }
  const before = registry.note
  registry.note = version === 'next' ? noteNext : noteNow
  try {
    return await step()
  } finally {
    registry.note = before
  }
}
