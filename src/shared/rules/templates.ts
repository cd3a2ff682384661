import type { CompanionKind } from '../records/companion.ts'
import type { GroupTemplate } from '../records/group.ts'
import type { HeadCountMoment } from '../records/headCount.ts'
import type { Entity } from '../records/index.ts'

/** Something to look at before a session begins; words/en/template.ts says it. */
export const checks = [
  'route',
  'weather',
  'surface',
  'secondAdult',
  'kit',
  'phoneCharged',
  'riskCheck',
  'pitch',
  'defibrillator',
  'ballAndBibs',
  'pramSafe',
  'feedingPlace',
  'chairs',
  'space',
  'instructor',
  'room',
  'topic',
  'partnerList',
] as const
export type Check = (typeof checks)[number]

/** What a template asks of a session and leaves out (domain 10.2). */
export interface TemplateParts {
  /** The head counts in their order. */
  moments: readonly HeadCountMoment[]
  /** Babies are counted apart. */
  babies: boolean
  /** A second part over warm drinks, in the same register (story 9). */
  cafe: boolean
  /** Whether the walk's leader answers for a ratio. */
  peoplePerLeader: number | null
  /** Whether someone new is asked the health questions. */
  declaration: boolean
  /** Who may come along, the likeliest first. */
  companions: readonly CompanionKind[]
  checks: readonly Check[]
}

const walkCounts = ['out', 'halfway', 'back'] as const
const roomCounts = ['in', 'end'] as const

/** At least one leader to twenty walkers (Walking for Health, domain 10.1). */
const walkersPerLeader = 20

/** The six ways of the case study. A part that is not here is not on the screen of that group. */
export const templates: Record<GroupTemplate, TemplateParts> = {
  walk: {
    moments: walkCounts,
    babies: false,
    cafe: true,
    peoplePerLeader: walkersPerLeader,
    declaration: true,
    companions: ['guest', 'carer', 'child', 'assistanceDog', 'unknown'],
    checks: ['route', 'weather', 'surface', 'secondAdult', 'kit', 'phoneCharged', 'riskCheck'],
  },
  football: {
    moments: ['in', 'halfway', 'end'],
    babies: false,
    cafe: true,
    peoplePerLeader: walkersPerLeader,
    declaration: true,
    companions: ['guest', 'carer', 'unknown'],
    checks: ['pitch', 'defibrillator', 'ballAndBibs', 'weather', 'secondAdult', 'riskCheck'],
  },
  buggy: {
    moments: walkCounts,
    babies: true,
    cafe: true,
    peoplePerLeader: walkersPerLeader,
    declaration: true,
    companions: ['baby', 'child', 'guest', 'carer', 'assistanceDog', 'unknown'],
    checks: ['pramSafe', 'feedingPlace', 'weather', 'secondAdult', 'phoneCharged', 'riskCheck'],
  },
  seated: {
    moments: roomCounts,
    babies: false,
    cafe: true,
    peoplePerLeader: null,
    declaration: true,
    companions: ['carer', 'guest', 'assistanceDog', 'unknown'],
    checks: ['chairs', 'space', 'instructor', 'riskCheck'],
  },
  cafe: {
    moments: roomCounts,
    babies: false,
    cafe: false,
    peoplePerLeader: null,
    declaration: false,
    companions: ['guest', 'carer', 'child', 'baby', 'assistanceDog', 'unknown'],
    checks: ['room', 'topic'],
  },
  partner: {
    moments: roomCounts,
    babies: false,
    cafe: false,
    peoplePerLeader: null,
    declaration: true,
    companions: ['guest', 'carer', 'child', 'unknown'],
    checks: ['partnerList', 'space', 'secondAdult'],
  },
}

type TemplatedGroup = Pick<Entity<'group'>, 'template' | 'counts'>

/** The template of a group; one from before templates is a walk if it counts heads, else a café. */
export function templateOf(group: TemplatedGroup): GroupTemplate {
  return group.template ?? (group.counts ? 'walk' : 'cafe')
}

/** What a group's register shows. A group that does not count has no counts, whatever its template. */
export function partsOf(group: TemplatedGroup & Pick<Entity<'group'>, 'peoplePerLeader'>): TemplateParts {
  const parts = templates[templateOf(group)]
  return { ...parts, moments: group.counts ? parts.moments : [], peoplePerLeader: group.peoplePerLeader ?? parts.peoplePerLeader }
}
