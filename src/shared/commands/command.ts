import type { z } from 'zod'
import type { Stamp } from '../std/stamp.ts'
import type { Role } from '../records/colleague.ts'
import type { Entity, FieldsOf, LinkOf, RecordName } from '../records/index.ts'
import type { Row } from '../changes/row.ts'
import type { Result } from '../std/result.ts'
import type { Instant } from '../std/dates.ts'
import type { Reason } from './reasons.ts'

/** Rows a command must see before it decides: one by id, or all whose link field names this id. */
export type Need = { [Name in RecordName]: { record: Name; id: string } | { record: Name; where: LinkOf<Name>; is: string } }[RecordName]

/** The rows it asked for; those of resident records are always there. */
export interface Reader {
  get<Name extends RecordName>(record: Name, id: string): Entity<Name> | undefined
  all<Name extends RecordName>(record: Name, where: LinkOf<Name>, is: string): Entity<Name>[]
  /** Every row of a record whose rows are resident: those are there without being asked for. */
  every<Name extends RecordName>(record: Name): Entity<Name>[]
  /** The row behind an entity, for the stamps of side-by-side fields. */
  row(record: RecordName, id: string): Row | undefined
}

/** Some fields of a record. "Not said" is a field that is not there, never one that is undefined. */
export type SomeFields<Name extends RecordName> = { [Field in keyof FieldsOf<Name>]?: Exclude<FieldsOf<Name>[Field], undefined> }

/** What is to be written of one row. A record, field or value that there is not does not compile. */
export type Draft = {
  [Name in RecordName]: { record: Name; row: string; fields: SomeFields<Name>; /** See changes/change.ts. */ basedOn?: { [field: string]: Stamp[] } }
}[RecordName]

/** What a command is told, so that it stays pure: the time, fresh ids, and who acts. */
export interface Context {
  now: Instant
  newId(): string
  actor: string
  team: string
}

/** What it decided: the drafts of one act, and what the screen wants to know. */
export interface Decision<Answer> {
  drafts: Draft[]
  answer: Answer
}

/** An intention with checked input. Pure: needs → rows → drafts, or a reason why not. Its name is its key in the registry. */
export interface Command<Schema extends z.ZodType, Answer, Back extends string, BackInput> {
  input: Schema
  needs(input: z.output<Schema>): Need[]
  decide(rows: Reader, input: z.output<Schema>, context: Context): Result<Decision<Answer>, Reason>
  /**
   * What Ctrl+Z does afterwards: a command by its key, with its input (commands/index.ts checks both); null where this time there is
   * nothing to take back. Without it one key does not take it back.
   */
  undo?: (input: z.output<Schema>, answer: Answer) => { name: Back; input: BackInput } | null
  /** What it was called before: changes that it wrote then say so for ever. */
  formerly?: readonly string[]
  /** Who may run it; without it, everyone who may write what it writes (`writers`, `onlyBy` of the records). Asked before anything else. */
  by?: readonly Role[]
  /** Can be done before everybody is read: it needs those whom a register names, and nobody else. */
  early?: true
  /** Is about people as they were written down, not as they are shown: it joins them, or takes that back (story 18). */
  ofTwoAsWritten?: true
}

/** Gives a command its types. */
export function defineCommand<Schema extends z.ZodType, Answer, Back extends string = never, BackInput = never>(
  command: Command<Schema, Answer, Back, BackInput>,
): Command<Schema, Answer, Back, BackInput> {
  return command
}

/** A command as what runs it sees it: its input has been checked. */
export interface AnyCommand<Input, Answer> {
  by?: readonly Role[]
  ofTwoAsWritten?: true
  input: z.ZodType<Input>
  needs(input: Input): Need[]
  decide(rows: Reader, input: Input, context: Context): Result<Decision<Answer>, Reason>
}
