import type { InputOf } from '../../../shared/commands/index.ts'
import type { WhichSession } from '../../../shared/commands/which.ts'
import type { DeclarationOutcome } from '../../../shared/records/declaration.ts'
import { needsWords, outcomesFor, type Question } from '../../../shared/rules/healthQuestions.ts'
import { fail, ok, type Result } from '../../../shared/std/result.ts'
import type { HealthView } from '../../workerLink/doorViews.ts'

/** The form as it is filled in. */
export interface HealthForm {
  answers: Partial<Record<Question, boolean>>
  /** They would rather not answer. */
  declined: boolean
  outcome: DeclarationOutcome | null
  words: string
  weeks: string
  checkDone: boolean | null
  medicine: string
  mobility: string
  signedAs: string
}

export type HealthTrouble = 'unanswered' | 'outcomeMissing' | 'wordsMissing' | 'signedMissing' | 'weeksBad'

/** A fresh form; asked again, it begins with what was said last time. */
export function healthFormOf({ name, last, medicine, mobility }: HealthView, again: boolean): HealthForm {
  const before = again ? last : null
  return {
    answers: { ...before?.answers },
    declined: false,
    outcome: null,
    words: '',
    weeks: '',
    checkDone: before?.checkDone ?? null,
    medicine: medicine ?? '',
    mobility: mobility ?? '',
    signedAs: name,
  }
}

/** The questions without an answer yet. */
export function unanswered(form: HealthForm, questions: readonly Question[]): Question[] {
  return questions.filter((question) => form.answers[question] === undefined)
}

/** What the command takes, or what is missing of it. */
export function declarationOf(
  form: HealthForm,
  questions: readonly Question[],
  personId: string,
  session: WhichSession,
): Result<InputOf<'declareHealth'>, HealthTrouble> {
  const signedAs = form.signedAs.trim()
  const words = form.words.trim()
  const said = { personId, session, signedAs, ...(words ? { words } : {}) }
  if (form.declined) {
    if (!words) return fail('wordsMissing')
    return signedAs ? ok({ ...said, answers: {}, outcome: 'declined' }) : fail('signedMissing')
  }
  if (unanswered(form, questions).length > 0) return fail('unanswered')
  const weeks = form.answers.postnatal && form.weeks.trim() ? Number(form.weeks) : null
  if (weeks !== null && !(Number.isInteger(weeks) && weeks >= 0 && weeks <= 520)) return fail('weeksBad')
  const answers = Object.fromEntries(questions.map((question) => [question, form.answers[question] === true]))
  if (!form.outcome || !outcomesFor(answers).includes(form.outcome)) return fail('outcomeMissing')
  if (needsWords(form.outcome) && !words) return fail('wordsMissing')
  if (!signedAs) return fail('signedMissing')
  const birth = form.answers.postnatal ? { weeksSinceBirth: weeks, checkDone: form.checkDone } : {}
  return ok({ ...said, answers, outcome: form.outcome, ...birth })
}

/** What goes to the person's own page: what they carry and use is wanted at every session, not only today. */
export function factsOf(form: HealthForm, { medicine, mobility }: HealthView): NonNullable<InputOf<'declareHealth'>['facts']> {
  const fresh = (typed: string, known: string | null) => (typed.trim() && typed.trim() !== known ? typed.trim() : undefined)
  const [carried, used] = [fresh(form.medicine, medicine), fresh(form.mobility, mobility)]
  return { ...(carried ? { medicine: carried } : {}), ...(used ? { mobility: used } : {}) }
}
