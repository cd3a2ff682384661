import { z } from 'zod'
import type { Role } from './colleague.ts'

/**
 * Where a field may go. `facilitator`, `linkWorker`, `lead`: to a laptop of a colleague with that role; `neighbour`: to that
 * of a facilitator of other groups, for the alarm of the team; `kiosk`: to the window a participant types in; `csv`: into an
 * export; `log`: into the server's log.
 */
export type Place = 'facilitator' | 'linkWorker' | 'lead' | 'neighbour' | 'kiosk' | 'csv' | 'log'

/** Every laptop of the team, whoever uses it. */
export const everyLaptop = ['facilitator', 'linkWorker', 'lead'] as const satisfies readonly Place[]
/** Laptops of link workers and leads: referrals, cases, contacts, plans and measures go nowhere else. */
export const caseLaptops = ['linkWorker', 'lead'] as const satisfies readonly Place[]
/** The same, and a CSV made there. */
export const caseLaptopsAndCsv = ['linkWorker', 'lead', 'csv'] as const satisfies readonly Place[]
/** Whoever works with cases. */
export const caseRoles = ['linkWorker', 'lead'] as const satisfies readonly Role[]
/** Whoever works for the team. */
export const everyRole = ['facilitator', 'linkWorker', 'lead'] as const satisfies readonly Role[]
/** Every laptop, and a CSV made there. */
export const laptopsAndCsv = ['facilitator', 'linkWorker', 'lead', 'csv'] as const satisfies readonly Place[]

/** One field: its check, where it may go, and, for an id, whose id it is. */
export interface Field<Schema extends z.ZodType = z.ZodType> {
  schema: Schema
  goes: readonly Place[]
  /** The records of which it holds an id, or several ids; none for everything else. */
  to: readonly string[]
  /** It says who did it, or on which laptop: it names the actor or the device of its change, or nobody (case S5). */
  says: 'who' | 'laptop' | null
}

/** A field. Where it may go has to be said. */
export function field<Schema extends z.ZodType>(schema: Schema, goes: readonly Place[]): Field<Schema> {
  return { schema, goes, to: [], says: null }
}

/** The id of another row, or several. Sight, reach, undoing an import, joining two people and erasure follow these. @param to which record's, or one of which */
export function ref<Schema extends z.ZodType>(to: string | readonly string[], schema: Schema, goes: readonly Place[]): Field<Schema> {
  return { schema, goes, to: typeof to === 'string' ? [to] : to, says: null }
}

/** Who did it: the colleague who wrote the change. */
export function actor<Schema extends z.ZodType>(schema: Schema, goes: readonly Place[]): Field<Schema> {
  return { schema, goes, to: ['colleague'], says: 'who' }
}

/** On which laptop: the one that wrote the change. */
export function onLaptop<Schema extends z.ZodType>(schema: Schema, goes: readonly Place[]): Field<Schema> {
  return { schema, goes, to: ['device'], says: 'laptop' }
}

export type Fields = Readonly<Record<string, Field>>
type ShapeOf<F extends Fields> = { [Name in keyof F]: F[Name]['schema'] }
type NameIn<F extends Fields> = keyof F & string

/**
 * What a row belongs to, and so who sees it and who may write it. `by`: `team` is seen by everyone; `group` by the group's
 * facilitators; `register` by the same, as long as the register is kept; `person` by whoever knows the person, `contact` likewise;
 * `about` by whoever sees the session or the person; `case` by link workers and leads alone, whoever else knows the person.
 */
export interface SeenBy<Name extends string = string> {
  by: 'team' | 'group' | 'register' | 'person' | 'contact' | 'about' | 'case'
  /** Fields that say to which group, session or person the row belongs. */
  group?: Name
  session?: Name
  person?: Name
  /** The day of its own session. */
  day?: Name
  /** Anybody may write it, of whomever: it goes to the lead alone, who must hear of it at once. */
  free?: true
}

/** What a record file fills in. */
export interface RecordShape<F extends Fields, Links extends readonly string[]> {
  /** The fields. `id` is not among them: it names the row. */
  fields: F
  /** Fields that hold the id of another row, or several ids, and by which rows are looked up. They stand in clear, so only random ids. */
  links: Links
  /** Fields of which two edits that did not see each other are both kept until somebody chooses (domain 10.5). */
  sideBySide: readonly NameIn<F>[]
  /**
   * Whether every row is in memory while unlocked (searched and listed), or read when asked for. `later`: by the thousand, so
   * behind the register that one comes back to.
   */
  resident: boolean | 'later'
  /** Whether a change the server holds still shows in the row, marked (house 10.1: a held sign-in is never drawn as absent). */
  shownWhileHeld: boolean
  /** Who may write it (domain 9.3); none: the server alone. What hides a button refuses the request. */
  writers: readonly Role[]
  /** Fields that only some of those may write. */
  onlyBy?: { readonly [Name in NameIn<F>]?: readonly Role[] }
  /** Written once and never again, but for these fields. Its words go to the lead alone, so whoever writes them does not get them back. */
  writtenOnce?: readonly NameIn<F>[]
  seenBy: SeenBy<NameIn<F>>
  /** The field that says a row no longer stands. */
  endedBy?: NameIn<F>
  /** The id of a row that is worked out from some of its fields, so that two laptops write to the same row. */
  idOf?: { from: readonly NameIn<F>[]; make: (fields: z.infer<z.ZodObject<ShapeOf<F>>>) => string }
  /**
   * What is left of a row, beside ids, once the person it belongs to is erased (SPEC SY40): fields that are a number to everybody, and
   * `marks`, texts of which only that there was one. Without it ids alone: a row without the rest is not there (changes/entity.ts).
   */
  whenErased?: { keeps: readonly NameIn<F>[]; marks?: readonly NameIn<F>[] }
  /** What it was called before. What was written under such a name keeps it for ever and is read as this record (`changes/formerNames.ts`). */
  formerly?: readonly string[]
  /** What each later version added, oldest first: records change only by adding. */
  added: readonly Partial<z.infer<z.ZodObject<ShapeOf<F>>>>[]
}

/** A record with what follows from its file. */
export interface DefinedRecord<F extends Fields, Links extends readonly string[]> extends RecordShape<F, Links> {
  schema: z.ZodObject<ShapeOf<F>>
  /** Where each field may go. */
  goes: { readonly [Name in keyof F]: readonly Place[] }
  /** Version that this app writes: 1, and one more for each entry of `added`. */
  version: number
  /** Fields without which a row is not yet there (its first change has not arrived). */
  required: readonly string[]
}

/** A record as the rest of the house sees it. */
export type RecordDefinition = DefinedRecord<Fields, readonly string[]>

/** One record, one file: checks the shape and works out what follows from it. */
export function defineRecord<const F extends Fields, const Links extends readonly NameIn<F>[]>(
  shape: RecordShape<F, Links>,
): DefinedRecord<F, Links> {
  const each = <Value>(pick: (one: Field) => Value) => Object.fromEntries(Object.entries(shape.fields).map(([name, one]) => [name, pick(one)]))
  const required = Object.entries(shape.fields)
    .filter(([, one]) => !one.schema.safeParse(undefined).success)
    .map(([name]) => name)
  const schema = z.object(each((one) => one.schema)) as unknown as z.ZodObject<ShapeOf<F>>
  return { ...shape, schema, goes: each((one) => one.goes) as DefinedRecord<F, Links>['goes'], version: 1 + shape.added.length, required }
}
