import type { z } from 'zod'
import type { Draft } from '../changes/change.ts'
import type { Entity, RecordName } from '../records/index.ts'
import type { Row } from '../changes/row.ts'
import type { Result } from '../std/result.ts'
import type { Instant } from '../std/dates.ts'
import type { Reason } from './reasons.ts'

/** Rows a command must see before it decides: one by id, or all whose link field names this id. */
export type Need =
  | { record: RecordName; id: string }
  | { record: RecordName; where: string; is: string }

/** The rows it asked for; those of resident records are always there. */
export interface Reader {
  get<Name extends RecordName>(record: Name, id: string): Entity<Name> | undefined
  all<Name extends RecordName>(record: Name, where: string, is: string): Entity<Name>[]
  /** The row behind an entity, for the stamps of side-by-side fields. */
  row(record: RecordName, id: string): Row | undefined
}

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

/** An intention with checked input. Pure: needs → rows → drafts, or a reason why not. */
export interface Command<Input, Answer> {
  name: string
  input: z.ZodType<Input>
  needs(input: Input): Need[]
  decide(rows: Reader, input: Input, context: Context): Result<Decision<Answer>, Reason>
}

/** Gives a command its types. */
export function defineCommand<Input, Answer>(command: Command<Input, Answer>): Command<Input, Answer> {
  return command
}
