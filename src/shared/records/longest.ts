import { z } from 'zod'
import type { DefinedRecord, Fields } from './defineRecord.ts'

type Value<F extends Fields, Name extends keyof F> = NonNullable<z.infer<F[Name]['schema']>>
type TextsOf<Inner> = { [Name in keyof Inner & string]: NonNullable<Inner[Name]> extends string ? Name : never }[keyof Inner & string]

/** The fields of a record that hold a text, or texts: "givenName", "address.town", "alerts". */
export type TextField<F extends Fields> = {
  [Name in keyof F & string]: Value<F, Name> extends string | readonly string[]
    ? Name
    : Value<F, Name> extends readonly unknown[]
      ? never
      : Value<F, Name> extends object
        ? `${Name}.${TextsOf<Value<F, Name>>}`
        : never
}[keyof F & string]

/**
 * How many letters a field keeps, as the check in its record says: no form promises more than is kept, or less. Of a field with
 * several texts, those of one. Throws where the record says no such thing.
 */
export function longest<F extends Fields, L extends readonly string[]>(record: DefinedRecord<F, L>, name: TextField<F>): number {
  const [field = '', inner] = name.split('.')
  const check = bare(record.schema.shape[field])
  const text = inner === undefined ? check : check instanceof z.ZodObject ? bare(check.shape[inner]) : null
  const most = text instanceof z.ZodArray ? bare(text.element) : text
  if (most instanceof z.ZodString && most.maxLength !== null) return most.maxLength
  throw new Error(`impossible: no longest text for ${name}`)
}

/** A check without what says that the field may be missing. */
function bare(check: unknown): unknown {
  return check instanceof z.ZodOptional || check instanceof z.ZodNullable ? bare(check.unwrap()) : check
}
