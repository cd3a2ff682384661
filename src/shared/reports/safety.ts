import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { occurrencesOf } from '../rules/sessions.ts'
import { byName } from '../rules/names.ts'
import { addDays, type PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { idSchema } from '../std/schemas.ts'
import { defineReport, type ReportReader } from './defineReport.ts'
import { linesOf, type Checked, type Held, type SafetyLine } from './safetyLines.ts'
import { declarationChecks, laptopChecks, paperChecks, peopleUntold, riskChecks } from './safetyPapers.ts'
import { closedChecks, countChecks, incidentChecks, rotaChecks } from './safetySessions.ts'

/** A quarter of a year back. */
const daysBack = 91

const sources = [
  'session.closedAt',
  'session.startedAt',
  'headCount.counted',
  'incident.kind',
  'incident.followUp',
  'incident.closedAt',
  'rotaDuty.role',
  'signIn.personId',
  'declaration.at',
  'colleague.dbsUntil',
  'colleague.firstAidUntil',
  'colleague.trainedOn',
  'takenLaptop.at',
  'proposal.riskAssessedOn',
] as const

/**
 * What to look at so that groups are safe (story 31): of the last 13 weeks and of today. Each check says what it found, at how many it
 * looked, or that nothing is known; never that all is well.
 */
export const safety = defineReport({
  /** Of one group, or of all with colleagues and laptops. */
  params: z.object({ groupId: idSchema.nullable() }),
  columns: [
    { id: 'what', kind: 'text', of: sources, value: (line: SafetyLine) => line.what },
    { id: 'where', kind: 'text', of: [...sources, 'group.name', 'colleague.name', 'device.name'], value: (line: SafetyLine) => line.where },
    { id: 'on', kind: 'date', of: [...sources, 'session.date', 'incident.happenedAt'], value: (line: SafetyLine) => line.on },
    { id: 'state', kind: 'text', of: [...sources, 'session.mismatchReason'], value: (line: SafetyLine) => line.state },
    { id: 'number', kind: 'figure', of: sources, value: (line: SafetyLine) => line.number },
    { id: 'lookedAt', kind: 'figure', of: sources, value: (line: SafetyLine) => line.lookedAt },
    { id: 'more', kind: 'text', of: [...sources, 'headCount.expected'], value: (line: SafetyLine) => line.more },
  ],
  notes: ['neverAllWell', 'ninetyDays', 'noExpiryKept', 'laptopsKnown'],
  hides: (lines) => lines.map(peopleUntold),
  async rows(reader, { groupId }, today) {
    const every = (await reader.all('group')).filter((one) => (groupId === null ? one.state !== 'closed' : one.id === groupId)).sort(byName)
    const held = await heldOf(reader, every, today)
    const running = every.filter((one) => one.state === 'running')
    const ofTeam = groupId === null ? [...(await paperChecks(reader, running, today)), ...(await laptopChecks(reader, today))] : []
    const checks: Checked[] = [
      ...closedChecks(held, today),
      ...(await countChecks(reader, held)),
      ...(await incidentChecks(reader, held, addDays(today, -daysBack))),
      ...(await rotaChecks(reader, held)),
      ...(await declarationChecks(reader, running, today)),
      ...(await riskChecks(reader, running)),
      ...ofTeam,
    ]
    return checks.flatMap(linesOf)
  },
})

async function heldOf(reader: ReportReader, groups: readonly Entity<'group'>[], today: PlainDate): Promise<Held[]> {
  const sessions = await reader.linked(
    'session',
    'groupId',
    groups.map((one) => one.id),
  )
  const ofGroup = grouped(sessions, (one) => one.groupId)
  return groups.map((group) => {
    const own = (ofGroup.get(group.id) ?? []).filter((one) => one.date <= today)
    return { group, sessions: own, occurrences: occurrencesOf(group, own, addDays(today, -daysBack), addDays(today, -1)) }
  })
}
