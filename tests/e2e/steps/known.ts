import { openPostgres } from '../../../src/server/sql/postgres.ts'
import { leadOf, writeAsServer, type DatedDraft } from '../../../src/server/ownWriting.ts'
import { addDays, dateOf } from '../../../src/shared/std/dates.ts'
import { v7 } from 'uuid'
import type { Surgery } from '../fixtures.ts'

/** A group that the surgery knows, run by everybody in the team: it meets today and each week, from midnight to midnight. */
export interface KnownGroup {
  name: string
  place: string
  counts: boolean
  members: readonly { given: string; family: string; phone?: string; bornOn?: string }[]
}

/**
 * Has the server write down a group with its members, as it writes what its office does. For walks whose subject is what comes after:
 * typing a group into the form and importing a list are walked elsewhere, and take a tenth of the time of all walks.
 */
export async function knows(surgery: Surgery, group: KnownGroup): Promise<void> {
  const sql = openPostgres(surgery.database)
  try {
    const [team] = await sql.transaction({ team: null }, (tx) => tx.query<{ team: string }>('select team from team_list'))
    if (!team) throw new Error('the surgery has no team yet')
    await sql.transaction({ team: team.team }, async (tx) => {
      const everybody = await tx.query<{ id: string }>(`select id from record_row where team = $1 and record = 'colleague'`, [team.team])
      const drafts = draftsOf(
        group,
        everybody.map((one) => one.id),
      )
      await writeAsServer(tx, team.team, await leadOf(tx, team.team), 'office', drafts, Date.now())
    })
  } finally {
    await sql.close()
  }
}

function draftsOf({ name, place, counts, members }: KnownGroup, facilitatorIds: string[]): DatedDraft[] {
  const today = dateOf(new Date().toISOString())
  const [venueId, groupId] = [v7(), v7()]
  const day = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(`${today}T12:00:00Z`).getUTCDay()]
  const schedule = [{ slot: 1, rule: `FREQ=WEEKLY;BYDAY=${day}`, start: '00:00', end: '23:59', from: addDays(today, -7), until: null }]
  return [
    { record: 'venue', row: venueId, fields: { name: place } },
    { record: 'group', row: groupId, fields: { name, counts, schedule, venueId, state: 'running', facilitatorIds } },
    ...members.flatMap((one) => memberOf(one, groupId, today)),
  ]
}

function memberOf({ given, family, phone, bornOn }: KnownGroup['members'][number], groupId: string, since: string): DatedDraft[] {
  const person = v7()
  return [
    {
      record: 'person',
      row: person,
      fields: { givenName: given, familyName: family, ...(phone ? { phone } : {}), ...(bornOn ? { bornOn } : {}) },
    },
    { record: 'membership', row: v7(), fields: { groupId, personId: person, since } },
  ]
}
