import { z } from 'zod'
import { stampPattern, type Stamp } from '../std/stamp.ts'
import { isJson, isObject } from '../std/json.ts'
import { idSchema } from '../std/schemas.ts'

/** A field's value: anything JSON holds. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A value of a field. Asked directly: zod's own way to it tries six schemas one after the other, at half the cost of a whole change. */
export const jsonSchema = z.custom<Json>(isJson)

const name = /^[a-z][A-Za-z0-9]{0,60}$/ // also keeps out __proto__ and its like
const fieldName = z.string().regex(name)
const fieldsSchema = z.custom<Record<string, Json>>(
  (value) => isObject(value) && Object.entries(value).every(([field, inner]) => name.test(field) && isJson(inner)),
)
const stamp = z.string().regex(stampPattern)

/** A stamped, permanent fact about one record: the only thing that travels up. Never altered once written. */
export const changeSchema = z.object({
  id: idSchema,
  team: idSchema,
  device: idSchema,
  /** Counts the changes of one device: 1, 2, 3 … without holes. */
  sequence: z.int().min(1),
  stamp,
  /** The colleague who did it. */
  actor: idSchema,
  /** Changes of one act at the door share it and are accepted or held together. */
  act: idSchema,
  /** The command that decided it, for the audit and for saying it in words. */
  command: z.string().max(60),
  record: z.string().max(60),
  row: idSchema,
  /** Version of the record its writer knew. */
  version: z.int().min(1),
  fields: fieldsSchema,
  /** For fields kept side by side: the stamps of the values the writer saw and replaces. */
  basedOn: z.record(fieldName, z.array(stamp).max(50)).optional(),
})
export type Change = z.infer<typeof changeSchema>

/** A change as the server tells it: where it stands in the team's order, and the stamp that counts (SPEC SY12). */
export const acceptedChangeSchema = changeSchema.extend({ revision: z.int().min(1), effective: stamp })
export type AcceptedChange = z.infer<typeof acceptedChangeSchema>

/** What is to be written of one row, of whatever record, before it is given device, sequence and stamp. Commands write the stricter one (commands/command.ts). */
export interface LooseDraft {
  record: string
  row: string
  fields: { [field: string]: Json }
  basedOn?: { [field: string]: Stamp[] }
}

/** The stamp that orders a change: the server's, once it has answered. */
export function effectiveStamp(change: Change | AcceptedChange): Stamp {
  return 'effective' in change ? change.effective : change.stamp
}
