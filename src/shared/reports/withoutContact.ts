import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { nameOf, sortedByName } from '../rules/names.ts'
import { grouped } from '../std/grouped.ts'
import { idSchema } from '../std/schemas.ts'
import { defineReport } from './defineReport.ts'

/** Somebody whom nobody can be rung for. */
export interface WithoutContactLine {
  name: string
  practice: string | null
  phone: string | null
  groups: string
}

/**
 * People signed up to a group today of whom there is nobody to ring: no contact with a number, and no reason why not
 * (rules/missing.ts says the same of one person).
 */
export const withoutContact = defineReport({
  /** Of one group, or of all. */
  params: z.object({ groupId: idSchema.nullable() }),
  columns: [
    { id: 'name', kind: 'text', of: ['person.givenName', 'person.familyName', 'person.knownAs'], value: (line: WithoutContactLine) => line.name },
    { id: 'groups', kind: 'text', of: ['membership.groupId', 'group.name'], value: (line: WithoutContactLine) => line.groups },
    { id: 'practice', kind: 'text', of: ['person.practice'], value: (line: WithoutContactLine) => line.practice },
    { id: 'phone', kind: 'text', of: ['person.phone'], value: (line: WithoutContactLine) => line.phone },
  ],
  async rows(reader, { groupId }, today) {
    const groups = (await reader.all('group')).filter((one) => groupId === null || one.id === groupId)
    const stands = (one: Entity<'membership'>) => one.since <= today && (!one.endedOn || one.endedOn > today)
    const members = (
      await reader.linked(
        'membership',
        'groupId',
        groups.map((one) => one.id),
      )
    ).filter(stands)
    const groupsOf = grouped(members, (one) => one.personId)
    const people = (await reader.all('person')).filter((one) => groupsOf.has(one.id) && !one.removedBecause && !one.archivedOn)
    const contacts = await reader.linked(
      'emergencyContact',
      'personId',
      people.map((one) => one.id),
    )
    const canBeRung = new Set(contacts.filter((one) => !one.removedBecause && one.phone.trim()).map((one) => one.personId))
    const nameOfGroup = new Map(groups.map((one) => [one.id, one.name]))
    return sortedByName(people.filter((one) => !canBeRung.has(one.id) && !one.noContactBecause)).map((one): WithoutContactLine => ({
      name: nameOf(one),
      practice: one.practice ?? null,
      phone: one.phone ?? null,
      groups: [...new Set((groupsOf.get(one.id) ?? []).map((member) => nameOfGroup.get(member.groupId) ?? ''))].sort().join(', '),
    }))
  },
})
