import type { DeclarationOutcome } from '../records/declaration.ts'
import type { GroupTemplate } from '../records/group.ts'
import type { Entity } from '../records/index.ts'
import { addMonths, dateOf, type PlainDate } from '../std/dates.ts'

/** Version of the questions below: a new set of questions gets a new name, answers keep theirs (domain 5.9). */
export const questionsVersion = '2026-1'

/** Our own questions, not PAR-Q+, whose licence does not allow it (domain 5.9). words/en/declaration.ts asks them. */
const coreQuestions = ['heart', 'dizzy', 'joints', 'toldNotTo', 'pregnant', 'longTerm', 'other'] as const
const moreQuestions = { football: ['cardiacWarning'], buggy: ['postnatal'], seated: ['falls', 'aid'], partner: [] } as const
export type Question = (typeof coreQuestions)[number] | 'cardiacWarning' | 'postnatal' | 'falls' | 'aid'

/** A declaration holds for 12 months (story 7). */
const monthsValid = 12

/** The questions of a group, in order; those of all groups first. */
export function questionsFor(template: GroupTemplate): readonly Question[] {
  const more: readonly Question[] = template in moreQuestions ? moreQuestions[template as keyof typeof moreQuestions] : []
  return [...coreQuestions, ...more]
}

/** What may be chosen: after a yes there is always something to agree on, and never "cleared". */
export function outcomesFor(answers: Readonly<Record<string, boolean>>): readonly DeclarationOutcome[] {
  return Object.values(answers).includes(true)
    ? ['takingPart', 'modified', 'sittingOut', 'askedToCheck']
    : ['takingPart', 'sittingOut']
}

/** Whether a free text is needed: what is changed for them, or why they did not answer. */
export function needsWords(outcome: DeclarationOutcome): boolean {
  return outcome === 'modified' || outcome === 'declined'
}

/** The declaration that holds: the latest by its own time (domain 10.5). */
export function latestDeclaration(all: readonly Entity<'declaration'>[]): Entity<'declaration'> | null {
  const standing = all.filter((one) => !one.voidedBecause)
  return standing.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)).at(-1) ?? null
}

/** missing: none yet; ended: 12 months are over; ask: holds, and "anything changed?" is still to ask today. */
export type DeclarationState = 'missing' | 'ended' | 'ask' | 'today'

/** Where somebody stands with their declaration on a day. */
export function declarationState(latest: Entity<'declaration'> | null, today: PlainDate): DeclarationState {
  if (!latest) return 'missing'
  if (endsOn(latest) <= today) return 'ended'
  return dateOf(latest.at) === today ? 'today' : 'ask'
}

/** The first day on which it no longer holds, reckoned from the day on which the questions were asked in full. */
export function endsOn(declaration: Entity<'declaration'>): PlainDate {
  return addMonths(dateOf(declaration.askedAt ?? declaration.at), monthsValid)
}
