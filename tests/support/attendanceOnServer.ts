import { reportReaderOf } from '../../src/server/reports.ts'
import type { Transaction } from '../../src/server/sql/sql.ts'
import { attendance } from '../../src/shared/reports/attendance.ts'

/** How many lines the attendance of all groups has, as a server counts it. Throws where something was taken in that cannot be counted. */
export async function attendanceOnServer(tx: Transaction, team: string, today: string): Promise<number> {
  const reader = reportReaderOf(tx, team)
  let lines = 0
  const groups = new Set((await reader.all('session')).map((one) => one.groupId))
  for (const groupId of groups) lines += (await attendance.rows(reader, { groupId, from: '2000-01-01', to: today }, today)).length
  return lines
}
