import { z } from 'zod'
import { idFor } from './builders.ts'

/** What fits most checks of a record: words, dates, moments, times, ids, digits that pass a check, numbers. */
const usual: readonly unknown[] = [
  'x',
  '2026-10-22',
  '2026-10-22T09:30:00.000Z',
  '10:30',
  '9990000018',
  'FREQ=WEEKLY;BYDAY=TH',
  '0123456789ABCDEF',
  idFor('anything'),
  '0'.repeat(64),
  `${'A'.repeat(43)}=`,
  'M84001',
  'CV11 4',
  'AB',
  1,
  60,
  2048,
  true,
  null,
]

/** A value that a check lets through, as full as it can be: a field that holds nothing shows nothing about where it goes. */
export function valueOf(schema: z.ZodType): unknown {
  const inner = innerOf(schema)
  if (inner instanceof z.ZodObject) return Object.fromEntries(Object.entries(inner.shape).map(([name, one]) => [name, valueOf(one as z.ZodType)]))
  if (inner instanceof z.ZodArray) return [valueOf(inner.element as z.ZodType)]
  if (inner instanceof z.ZodRecord) return { [String(valueOf(inner.keyType as unknown as z.ZodType))]: valueOf(inner.valueType as z.ZodType) }
  if (inner instanceof z.ZodEnum) return inner.options[0]
  if (inner instanceof z.ZodUnion) return valueOf(inner.options[0] as z.ZodType)
  if (inner instanceof z.ZodLiteral) return inner.value
  const found = usual.find((one) => inner.safeParse(one).success)
  if (found === undefined) throw new Error(`nothing fits a ${inner.def.type}: add what does to tests/support/valueOf.ts`)
  return found
}

function innerOf(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? innerOf(schema.unwrap() as z.ZodType)
    : schema
}
