import type { LastSeenReply } from '../shared/sync/office.ts'
import type { Transaction } from './sql/sql.ts'

/** The last day on which each person was signed in and not taken back, of all years: laptops keep three (story 35). Ids and days alone. */
export async function lastSeenIn(tx: Transaction, team: string): Promise<LastSeenReply> {
  const found = await tx.query<{ person: string; day: string }>(
    `select person_id as person, max(day) as day from record_row
     where team = $1 and record = 'signIn' and person_id is not null and day is not null and body #>> '{fields,voidedBecause}' is null
     group by person_id`,
    [team],
  )
  return { days: Object.fromEntries(found.map(({ person, day }) => [person, day])) }
}
