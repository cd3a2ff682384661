import type { CompanionKind } from '../../shared/records/companion.ts'
import type { RegisterMarkState } from '../../shared/records/registerMark.ts'
import type { MessageId } from './en.ts'
import type { Words } from './useWords.ts'

const kinds: Record<CompanionKind, MessageId> = {
  guest: 'kind.guest',
  carer: 'kind.carer',
  child: 'kind.child',
  baby: 'kind.baby',
  unknown: 'kind.unknown',
  assistanceDog: 'kind.assistanceDog',
}

const marks: Record<RegisterMarkState, MessageId> = { apologies: 'mark.apologies', absent: 'mark.absent', waiting: 'mark.waiting' }

/** "children" */
export function kindInWords(kind: CompanionKind, count: number, words: Words): string {
  return words.say(kinds[kind], { count })
}

/** "2 children and 1 baby" */
export function alongInWords(rows: readonly { kind: CompanionKind; number: number }[], words: Words): string {
  const sums = new Map<CompanionKind, number>()
  for (const { kind, number } of rows) sums.set(kind, (sums.get(kind) ?? 0) + number)
  return words.list([...sums].map(([kind, count]) => words.say('kind.counted', { count, kind: kindInWords(kind, count, words) })))
}

/** "Told us before" */
export function markInWords(state: RegisterMarkState, words: Words): string {
  return words.say(marks[state])
}
