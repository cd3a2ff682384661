import type { InputOf } from '../../../shared/commands/index.ts'
import type { GroupTemplate } from '../../../shared/records/group.ts'
import type { Weekday } from '../../words/slotInWords.ts'
import type { Words } from '../../words/useWords.ts'
import type { ProposalView } from '../../workerLink/gapViews.ts'

/** A proposal as it is typed. */
export interface ProposalTyped {
  name: string
  aim: string
  forWhom: string
  venueId: string
  day: '' | Weekday
  start: string
  end: string
  template: '' | GroupTemplate
  leaderId: string
  partner: string
  costs: string
  riskAssessedOn: string
  riskWords: string
  insurance: string
  pilotFrom: string
  pilotWeeks: string
  hopedPeople: string
  hopedTimes: string
}

/** What is known of it; of an aim that two wrote at once, both. */
export function proposalTypedOf({ proposal: one, aims }: ProposalView): ProposalTyped {
  return {
    name: one.name,
    aim: aims.length > 1 ? aims.join('\n') : (one.aim ?? ''),
    forWhom: one.forWhom ?? '',
    venueId: one.venueId ?? '',
    day: one.slot?.day ?? '',
    start: one.slot?.start ?? '10:30',
    end: one.slot?.end ?? '12:00',
    template: one.template ?? '',
    leaderId: one.leaderId ?? '',
    partner: one.partner ?? '',
    costs: one.costs ?? '',
    riskAssessedOn: one.riskAssessedOn ?? '',
    riskWords: one.riskWords ?? '',
    insurance: one.insurance ?? '',
    pilotFrom: one.pilotFrom ?? '',
    pilotWeeks: one.pilotWeeks?.toString() ?? '',
    hopedPeople: one.hopedPeople?.toString() ?? '',
    hopedTimes: one.hopedTimes?.toString() ?? '',
  }
}

const numbers = { pilotWeeks: 52, hopedPeople: 500, hopedTimes: 52 } as const
export type NumberField = keyof typeof numbers

/** A whole number from 1 to the most there can be; null where nothing is typed, undefined where it is none. */
export function numberIn(field: NumberField, text: string): number | null | undefined {
  if (text.trim() === '') return null
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return number >= 1 && number <= numbers[field] ? number : undefined
}

export interface ProposalError {
  field: string
  text: string
}

/** What cannot be saved as it is. What is only missing can: an idea is worked out over days. */
export function proposalErrors(typed: ProposalTyped, words: Words): ProposalError[] {
  const bad = (Object.keys(numbers) as NumberField[]).filter((field) => numberIn(field, typed[field]) === undefined)
  return [
    ...(typed.name.trim() ? [] : [{ field: 'proposal-name', text: words.say('proposal.nameMissing') }]),
    ...(typed.day && typed.end <= typed.start ? [{ field: 'proposal-end', text: words.say('proposal.endFirst') }] : []),
    ...bad.map((field) => ({ field: `proposal-${field}`, text: words.say('proposal.numberBad') })),
  ]
}

/** The fields to write. */
export function proposalInput(typed: ProposalTyped): InputOf<'changeProposal'>['fields'] {
  const { day, start, end, template } = typed
  return {
    name: typed.name.trim(),
    aim: typed.aim.trim(),
    forWhom: typed.forWhom.trim(),
    venueId: typed.venueId || null,
    slot: day && start && end ? { day, start, end } : null,
    ...(template ? { template } : {}),
    leaderId: typed.leaderId || null,
    partner: typed.partner.trim(),
    costs: typed.costs.trim(),
    riskAssessedOn: typed.riskAssessedOn || null,
    riskWords: typed.riskWords.trim(),
    insurance: typed.insurance.trim(),
    pilotFrom: typed.pilotFrom || null,
    pilotWeeks: numberIn('pilotWeeks', typed.pilotWeeks) ?? null,
    hopedPeople: numberIn('hopedPeople', typed.hopedPeople) ?? null,
    hopedTimes: numberIn('hopedTimes', typed.hopedTimes) ?? null,
  }
}
