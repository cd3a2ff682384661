import type { z } from 'zod'
import * as all from './all.ts'
import type { Command } from './command.ts'

/** Every command there is, by name. */
export const commands = { ...all }

export type CommandName = keyof typeof commands

const nowCalled: ReadonlyMap<string, string> = new Map(
  Object.entries(commands).flatMap(([name, command]) =>
    ((command as { formerly?: readonly string[] }).formerly ?? []).map((before) => [before, name] as const),
  ),
)

/** What a command is called now, by any name it ever had. A name that this app does not know stays as it is. */
export function commandNow(name: string): string {
  return nowCalled.get(name) ?? name
}
export type InputOf<Name extends CommandName> = z.output<(typeof commands)[Name]['input']>
export type AnswerOf<Name extends CommandName> =
  (typeof commands)[Name] extends Command<infer _, infer Answer, infer _Back, infer _Input> ? Answer : never

/** A command with its input: what takes an act back. */
export type Undo = { [Name in CommandName]: { name: Name; input: InputOf<Name> } }[CommandName]
/** Commands that one key takes back. */
export type UndoableName = {
  [Name in CommandName]: (typeof commands)[Name] extends Command<infer _, infer _Answer, infer Back, infer _Input>
    ? [Back] extends [never]
      ? never
      : Name
    : never
}[CommandName]

/** How an act that just succeeded is taken back, or null when it cannot be by one key (an import has its own way). */
export function undoOf<Name extends CommandName>(name: Name, input: InputOf<Name>, answer: AnswerOf<Name>): Undo | null {
  const undo = commands[name].undo as
    | ((input: unknown, answer: unknown) => ReturnType<NonNullable<(typeof commands)[UndoableName]['undo']>>)
    | undefined
  return undo?.(input, answer) ?? null // a name or an input that does not fit its command does not compile here
}
