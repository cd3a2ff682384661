import type { z } from 'zod'

/**
 * Where a field may go. `facilitator`, `linkWorker`, `lead`: to a laptop of a colleague with that role; `neighbour`: to that
 * of a facilitator of other groups, for the alarm of the team; `kiosk`: to the window a participant types in; `csv`: into an
 * export; `log`: into the server's log.
 */
export type Place = 'facilitator' | 'linkWorker' | 'lead' | 'neighbour' | 'kiosk' | 'csv' | 'log'

/** Every laptop of the team, whoever uses it. */
export const everyLaptop = ['facilitator', 'linkWorker', 'lead'] as const satisfies readonly Place[]
/** Every laptop, and a CSV made there. */
export const laptopsAndCsv = ['facilitator', 'linkWorker', 'lead', 'csv'] as const satisfies readonly Place[]

/** What a record file fills in. */
export interface RecordShape<Name extends string, Schema extends z.ZodObject> {
  name: Name
  /** The fields with their checks. `id` is not among them: it names the row. */
  schema: Schema
  /** Fields that hold the id of another row, or several ids, and by which rows are looked up. They stand in clear, so only random ids. */
  links: readonly (keyof z.infer<Schema> & string)[]
  /** Fields of which two edits that did not see each other are both kept until somebody chooses (domain 10.5). */
  sideBySide: readonly (keyof z.infer<Schema> & string)[]
  /**
   * Whether every row is in memory while unlocked (searched and listed), or read when asked for. `later`: by the thousand, so
   * behind the register that one comes back to.
   */
  resident: boolean | 'later'
  /** Whether a change the server holds still shows in the row, marked (house 10.1: a held sign-in is never drawn as absent). */
  shownWhileHeld: boolean
  /** Where each field may go. A field without an answer does not compile. */
  goes: { readonly [Field in keyof z.infer<Schema>]-?: readonly Place[] }
  /** What each later version added, oldest first: records change only by adding. */
  added: readonly Partial<z.infer<Schema>>[]
}

/** A record as the rest of the house sees it. */
export interface RecordDefinition<Name extends string = string, Schema extends z.ZodObject = z.ZodObject>
  extends RecordShape<Name, Schema> {
  /** Version that this app writes: 1, and one more for each entry of `added`. */
  version: number
  /** Fields without which a row is not yet there (its first change has not arrived). */
  required: readonly string[]
}

/** One record, one file: checks the shape and works out what follows from it. */
export function defineRecord<const Name extends string, Schema extends z.ZodObject>(
  shape: RecordShape<Name, Schema>,
): RecordDefinition<Name, Schema> {
  const required = Object.entries(shape.schema.shape)
    .filter(([, field]) => !(field as z.ZodType).safeParse(undefined).success)
    .map(([name]) => name)
  return { ...shape, version: 1 + shape.added.length, required }
}
