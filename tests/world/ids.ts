import { episodeIdOf } from '../../src/shared/std/ids.ts'
import { idFor, sessionId as idOf, which } from '../support/builders.ts'

/** The group and the session of most pictures: Walk and Talk on Thursday 22 October. */
export const walk = idFor('Walk and Talk')
export const walkToday = which('Walk and Talk')
export const sessionId = idOf(walkToday)

/** Somebody by name. */
export const personId = (name: string) => idFor(name)

/** Of the directory and the proposals. */
export const knitAndNatter = idFor('Knit and Natter')
export const seatedProposal = idFor('Seated Exercise proposed')
export const cafeProposal = idFor('Pain Café proposed')
/** The first case of somebody by name. */
export const caseOf = (name: string) => episodeIdOf(idFor(name), 1)
