import type { DeclarationOutcome } from '../records/declaration.ts'
import type { GroupTemplate } from '../records/group.ts'

/** Version of the questions below: a new set of questions gets a new name, answers keep theirs (domain 5.9). */
export const questionsVersion = '2026-1'

/** Our own questions, not PAR-Q+, whose licence does not allow it (domain 5.9). words/en/declaration.ts asks them. */
const coreQuestions = ['heart', 'dizzy', 'joints', 'toldNotTo', 'pregnant', 'longTerm', 'other'] as const
const moreQuestions = { football: ['cardiacWarning'], buggy: ['postnatal'], seated: ['falls', 'aid'], partner: [] } as const
export type Question = (typeof coreQuestions)[number] | 'cardiacWarning' | 'postnatal' | 'falls' | 'aid'

/** The questions of a group, in order; those of all groups first. */
export function questionsFor(template: GroupTemplate): readonly Question[] {
  const more: readonly Question[] = template in moreQuestions ? moreQuestions[template as keyof typeof moreQuestions] : []
  return [...coreQuestions, ...more]
}

/** What may be chosen: after a yes there is always something to agree on, and never "cleared". */
export function outcomesFor(answers: Readonly<Record<string, boolean>>): readonly DeclarationOutcome[] {
  return Object.values(answers).includes(true) ? ['takingPart', 'modified', 'sittingOut', 'askedToCheck'] : ['takingPart', 'sittingOut']
}

/** Whether a free text is needed: what is changed for them, or why they did not answer. */
export function needsWords(outcome: DeclarationOutcome): boolean {
  return outcome === 'modified' || outcome === 'declined'
}
