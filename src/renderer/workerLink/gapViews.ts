import type { FilledLine, GapLine } from '../../shared/rules/gaps.ts'
import type { Masked } from '../../shared/rules/smallNumbers.ts'
import type { PilotFacts, ProposalPiece, ProposalStage } from '../../shared/rules/proposals.ts'
import type { Entity } from '../../shared/records/index.ts'
import type { WishToCode } from './voiceViews.ts'

export type { FilledLine, GapLine, Masked, PilotFacts, ProposalPiece, ProposalStage }

export interface AskedPerson {
  personId: string
  name: string
  phone: string | null
}

/** The board for so many months. */
export interface GapsView {
  asAt: string
  lines: GapLine[]
  /** Told in words, to be given a need. */
  toCode: { gapId: string; place: string; on: string; wants: string }[]
  /** What people told us that they would like, to be given a need. */
  wishes: WishToCode[]
  filled: (FilledLine & { group: string })[]
  proposals: number
  groups: { groupId: string; name: string }[]
  /** Places that were said before, offered while one types. */
  places: string[]
}

/** What is behind one line: who may be asked, what they said in their words, and each gap that oneself has logged. */
export interface GapLineView {
  line: GapLine
  mayAsk: AskedPerson[]
  wants: string[]
  entries: { gapId: string; on: string; barrier: GapLine['barriers'][number]['barrier'] }[]
}

export interface ProposalRow {
  proposalId: string
  name: string
  need: string
  place: string
  stage: ProposalStage
  by: string | null
  at: string
}

/** A decision in the log of a proposal. */
export interface Decision {
  what: 'proposed' | 'approved' | 'refused' | 'working' | 'stopped'
  at: string
  by: string | null
  because: string | null
}

/** One proposal whole: plan, evidence, decisions, and what its pilot comes to. */
export interface ProposalView {
  proposal: Entity<'proposal'>
  aims: string[]
  stage: ProposalStage
  missing: ProposalPiece[]
  venue: string | null
  leader: string | null
  /** How many people asked for it, from the gaps as they are now. */
  people: Masked
  log: Decision[]
  pilotUntil: string | null
  group: { groupId: string; name: string; state: Entity<'group'>['state']; venue: string | null } | null
  facts: PilotFacts | null
  met: { people: boolean | null; times: boolean | null } | null
  first: AskedPerson[]
}
