import type { Entity } from '../records/index.ts'
import { addDays, type PlainDate } from '../std/dates.ts'
import { timesToBeRegular } from './figures.ts'

type Proposal = Entity<'proposal'>

/** What a proposal says before anybody can decide on it (story 27). */
export const proposalPieces = ['aim', 'where', 'when', 'template', 'runBy', 'risk', 'pilot', 'hoped'] as const
export type ProposalPiece = (typeof proposalPieces)[number]

/** The pieces that are still missing. */
export function missingOf(one: Omit<Partial<Proposal>, 'id'>): ProposalPiece[] {
  const there: Record<ProposalPiece, boolean> = {
    aim: Boolean(one.aim?.trim()),
    where: Boolean(one.venueId),
    when: Boolean(one.slot),
    template: Boolean(one.template),
    runBy: Boolean(one.leaderId || one.partner?.trim()),
    risk: Boolean(one.riskAssessedOn),
    pilot: Boolean(one.pilotFrom && one.pilotWeeks),
    hoped: Boolean(one.hopedPeople && one.hopedTimes),
  }
  return proposalPieces.filter((piece) => !there[piece])
}

/** The last day of the pilot, or null where its dates are not said. */
export function pilotUntil({ pilotFrom, pilotWeeks }: Pick<Proposal, 'pilotFrom' | 'pilotWeeks'>): PlainDate | null {
  return pilotFrom && pilotWeeks ? addDays(pilotFrom, 7 * pilotWeeks - 1) : null
}

/** Where a proposal is today: once it is approved, its dates say whether the pilot is to come, runs, or waits for what it came to. */
export type ProposalStage = 'idea' | 'proposed' | 'refused' | 'approved' | 'pilot' | 'review' | 'working' | 'stopped'

export function stageOf(one: Pick<Proposal, 'state' | 'pilotFrom' | 'pilotWeeks'>, today: PlainDate): ProposalStage {
  if (one.state !== 'approved') return one.state
  const until = pilotUntil(one)
  if (!one.pilotFrom || !until || today < one.pilotFrom) return 'approved'
  return today <= until ? 'pilot' : 'review'
}

/** What came of a pilot, from the sign-ins of its sessions. */
export interface PilotFacts {
  /** Sessions up to today that were held, and those that were cancelled. */
  held: number
  cancelled: number
  people: number
  attendances: number
  /** Sessions that each of them came to, on average, to one place behind the point; null before anybody came. */
  timesEach: number | null
  /** Came to three sessions or more. */
  stayed: number
}

/** @param came who came to each session that was held */
export function pilotFacts(came: readonly ReadonlySet<string>[], cancelled: number, survivor: (personId: string) => string = (id) => id): PilotFacts {
  const times = new Map<string, number>()
  for (const session of came) for (const who of new Set([...session].map(survivor))) times.set(who, (times.get(who) ?? 0) + 1)
  const attendances = [...times.values()].reduce((sum, one) => sum + one, 0)
  return {
    held: came.length,
    cancelled,
    people: times.size,
    attendances,
    timesEach: times.size > 0 ? Math.round((attendances / times.size) * 10) / 10 : null,
    stayed: [...times.values()].filter((one) => one >= timesToBeRegular).length,
  }
}

/** Whether what was hoped for came true; null where nothing was hoped. It decides nothing: people do. */
export function hopesMet(facts: PilotFacts, hoped: Pick<Proposal, 'hopedPeople' | 'hopedTimes'>): { people: boolean | null; times: boolean | null } {
  return {
    people: hoped.hopedPeople ? facts.people >= hoped.hopedPeople : null,
    times: hoped.hopedTimes ? (facts.timesEach ?? 0) >= hoped.hopedTimes : null,
  }
}
