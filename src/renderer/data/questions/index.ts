import * as all from './all.ts'
import type { ViewContext } from '../reading/context.ts'
import type { Keepers, Question } from './defineQuestion.ts'

/** Every question there is, by name. */
export const questions = { ...all }

export type QuestionName = keyof typeof questions
type Types = {
  [Name in QuestionName]: (typeof questions)[Name] extends Question<infer Params, infer Answer> ? { params: Params; answer: Answer } : never
}
/** What a question is asked with. */
export type QuestionParams<Name extends QuestionName> = Types[Name]['params']
/** What the window is told. */
export type QuestionAnswer<Name extends QuestionName> = Types[Name]['answer']

/** Answers a live question. */
export async function answerQuestion<Name extends QuestionName>(
  context: ViewContext,
  keepers: Keepers,
  name: Name,
  params: QuestionParams<Name>,
): Promise<QuestionAnswer<Name>> {
  const { answer } = questionOf(name)
  return answer(context, params, keepers)
}

/** A question by its name, with its types. */
export function questionOf<Name extends QuestionName>(name: Name): Question<QuestionParams<Name>, QuestionAnswer<Name>> {
  return questions[name] as unknown as Question<QuestionParams<Name>, QuestionAnswer<Name>>
}

/** Whether an answer may have changed with these records. */
export function touches(name: QuestionName, records: ReadonlySet<string>): boolean {
  const { madeOf } = questionOf(name)
  return madeOf === undefined || madeOf.some((record) => records.has(record))
}

/** Whether the answer to a question waits for a connection once the lease is over. */
export function waitsForConnection<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): boolean {
  const { afterLease } = questionOf(name)
  return !(typeof afterLease === 'function' ? afterLease(params) : afterLease)
}
