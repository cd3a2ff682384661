import type { DatedDraft } from '../../src/server/ownWriting.ts'
import { membershipIdOf } from '../../src/shared/std/ids.ts'

/** Ids of who and what there is. */
export interface Cast {
  group: string
  otherGroup: string
  people: string[]
  linkWorker: string
  facilitator: string
}

/** What the simulated team has before anybody writes: two groups, who runs one of them, and who belongs to which. */
export function firstDrafts({ linkWorker, facilitator, group: ours, otherGroup, people }: Cast): DatedDraft[] {
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
  ]
}
