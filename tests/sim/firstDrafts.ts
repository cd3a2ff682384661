import type { DatedDraft } from '../../src/server/ownWriting.ts'
import { episodeIdOf, membershipIdOf, planIdOf } from '../../src/shared/std/ids.ts'

/** Ids of who and what there is. */
export interface Cast {
  group: string
  otherGroup: string
  people: string[]
  linkWorker: string
  facilitator: string
  /** Ids of the first assignments, one a case: the first people have one. */
  assignments: readonly string[]
}

/** What the simulated team has before anybody writes: two groups, who runs one of them, and who belongs to which. */
export function firstDrafts({ linkWorker, facilitator, group: ours, otherGroup, people, assignments }: Cast): DatedDraft[] {
  const schedule = [{ slot: 1, rule: 'FREQ=WEEKLY;BYDAY=TH', start: '10:30', end: '12:00', from: '2023-10-05', until: null }]
  const group = (row: string, facilitatorIds: string[]): DatedDraft => ({
    record: 'group',
    row,
    fields: { name: 'Walk and Talk', schedule, counts: true, state: 'running', facilitatorIds },
  })
  return [
    { record: 'colleague', row: linkWorker, fields: { name: 'Link worker', role: 'linkWorker' } },
    { record: 'colleague', row: facilitator, fields: { name: 'Facilitator', role: 'facilitator' } },
    group(ours, [facilitator]),
    group(otherGroup, []),
    ...people.map((row, at): DatedDraft => ({ record: 'person', row, fields: { givenName: `Person ${at}`, phone: '01632 960001' } })),
    ...people.map((personId, at): DatedDraft => {
      const groupId = at < 4 ? ours : otherGroup
      return { record: 'membership', row: membershipIdOf(groupId, personId), fields: { groupId, personId, since: '2024-01-01' } }
    }),
    ...assignments.flatMap((row, at) => caseDrafts(people[at]!, row, linkWorker)),
  ]
}

/** A case that is the link worker's, with a plan that is begun. */
function caseDrafts(personId: string, assignment: string, ownerId: string): DatedDraft[] {
  const episodeId = episodeIdOf(personId, 1)
  const written = { at: '2026-10-01T09:00:00.000Z', byId: ownerId }
  return [
    { record: 'episode', row: episodeId, fields: { personId, number: 1, openedOn: '2026-10-01', ...written } },
    { record: 'assignment', row: assignment, fields: { personId, episodeId, ownerId, ...written } },
    { record: 'plan', row: planIdOf(episodeId), fields: { personId, episodeId, important: 'My garden', ...written } },
  ]
}
