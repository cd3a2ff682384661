import type { QuestionAnswer, QuestionName, QuestionParams } from './questions.ts'

/** Answers kept; more than a person goes back through. */
const mostKept = 40

/** The last answers to questions, so that coming back to a screen draws it at once. Forgotten when the laptop locks. */
export function createMemory() {
  const answers = new Map<string, unknown>()
  const keyOf = (name: QuestionName, params: unknown) => `${name} ${JSON.stringify(params)}`
  return {
    keep(name: QuestionName, params: unknown, view: unknown): void {
      const key = keyOf(name, params)
      answers.delete(key)
      answers.set(key, view)
      const oldest = answers.keys().next().value
      if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest)
    },
    recall<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): QuestionAnswer<Name> | undefined {
      return answers.get(keyOf(name, params)) as QuestionAnswer<Name> | undefined
    },
    forget(): void {
      answers.clear()
    },
  }
}
