import type { DeclarationOutcome } from '../../shared/records/declaration.ts'
import type { FieldsOf } from '../../shared/records/index.ts'
import type { Question } from '../../shared/rules/healthQuestions.ts'
import type { Suggestion } from '../workerLink/contract.ts'
import type { KnowKind } from '../workerLink/doorViews.ts'
import { isTextToKnow } from '../workerLink/personTexts.ts'
import type { MessageId } from './en.ts'
import { likenessesInWords } from './likenessInWords.ts'
import type { Words } from './useWords.ts'

// Each table names every word of its closed list: a new word without a sentence does not compile.
export const outcomes: Record<DeclarationOutcome, MessageId> = {
  takingPart: 'outcome.takingPart',
  modified: 'outcome.modified',
  sittingOut: 'outcome.sittingOut',
  askedToCheck: 'outcome.askedToCheck',
  declined: 'outcome.declined',
}

export const outcomeHints: Record<DeclarationOutcome, MessageId> = {
  takingPart: 'outcome.takingPartHint',
  modified: 'outcome.modifiedHint',
  sittingOut: 'outcome.sittingOutHint',
  askedToCheck: 'outcome.askedToCheckHint',
  declined: 'outcome.declinedHint',
}

export const questionTexts: Record<Question, MessageId> = {
  heart: 'question.heart',
  dizzy: 'question.dizzy',
  joints: 'question.joints',
  toldNotTo: 'question.toldNotTo',
  pregnant: 'question.pregnant',
  longTerm: 'question.longTerm',
  other: 'question.other',
  cardiacWarning: 'question.cardiacWarning',
  postnatal: 'question.postnatal',
  falls: 'question.falls',
  aid: 'question.aid',
}

export const incidentKinds: Record<FieldsOf<'incident'>['kind'], MessageId> = {
  fall: 'incident.fall',
  injury: 'incident.injuryKind',
  unwell: 'incident.unwell',
  cardiac: 'incident.cardiac',
  behaviour: 'incident.behaviour',
  missingPerson: 'incident.missingPerson',
  nearMiss: 'incident.nearMiss',
  other: 'incident.other',
}

/** What kind of thing one must know. */
export function knowInWords(kind: KnowKind, words: Words): string {
  return words.say(isTextToKnow(kind) ? `person.${kind}` : `know.${kind}`)
}

/** "Nisha K., born in May: same phone, name sounds alike". No more than a stranger may hear. */
export function suggestionInWords({ name, bornIn, because }: Suggestion, words: Words): string {
  const month = bornIn === null ? '' : words.month(`2000-${String(bornIn).padStart(2, '0')}-15`)
  const why = likenessesInWords(because, words)
  return words.say('alike.line', { name, month, hasMonth: bornIn === null ? 'no' : 'yes', why })
}
