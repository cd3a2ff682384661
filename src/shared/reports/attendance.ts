import { z } from 'zod'
import { attendanceOf, came } from '../rules/attendance.ts'
import { grouped } from '../std/grouped.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { counted, defineReport } from './defineReport.ts'
import { hiddenIn, type Counts } from './hiding.ts'

/** One session of the group. */
export interface AttendanceLine {
  date: string
  /** Persons, not sign-ins; who left early came. */
  came: readonly string[]
  /** Whose first session of this group it was, as far as registers are kept. */
  firstTime: readonly string[]
  leftEarly: readonly string[]
}

const ofPeople: readonly Counts<AttendanceLine>[] = [
  { id: 'came', of: (line) => line.came.length },
  { id: 'firstTime', of: (line) => line.firstTime.length, partOf: 'came' },
  { id: 'leftEarly', of: (line) => line.leftEarly.length, partOf: 'came' },
]

/**
 * How many came to a group, session by session. "Came" counts persons of whom a sign-in stands (rules/attendance.ts), as the register
 * does. A session to which nobody came is a line too, unless it was cancelled.
 */
export const attendance = defineReport({
  params: z.object({ groupId: idSchema, from: dateSchema, to: dateSchema }),
  columns: [
    { id: 'date', kind: 'date', of: ['session.date'], value: (line: AttendanceLine) => line.date },
    { ...counted('came', 'people', (line: AttendanceLine) => line.came), kind: 'number', means: 'came', of: ['signIn.sessionId'] },
    { ...counted('firstTime', 'people', (line: AttendanceLine) => line.firstTime), kind: 'number', means: 'newPeople', of: ['signIn.sessionId'] },
    { ...counted('leftEarly', 'people', (line: AttendanceLine) => line.leftEarly), kind: 'number', of: ['signIn.leftAt'] },
  ],
  hides: (lines) => hiddenIn(lines, ofPeople),
  async rows(reader, { groupId, from, to }) {
    const sessions = (await reader.linked('session', 'groupId', [groupId])).sort((a, b) => (`${a.date} ${a.slot}` < `${b.date} ${b.slot}` ? -1 : 1))
    const before = new Set<string>()
    const bySession = grouped(
      await reader.linked(
        'signIn',
        'sessionId',
        sessions.map((one) => one.id),
      ),
      (one) => one.sessionId,
    )
    return sessions.flatMap((session): AttendanceLine[] => {
      const there = attendanceOf(bySession.get(session.id) ?? []).filter(came)
      const firstTime = idsOf(there.filter((one) => !before.has(one.personId)))
      for (const one of there) before.add(one.personId)
      const isAsked = session.date >= from && session.date <= to && (there.length > 0 || !session.cancelledBecause)
      return isAsked ? [{ date: session.date, came: idsOf(there), firstTime, leftEarly: idsOf(there.filter((one) => one.state === 'left')) }] : []
    })
  },
})

function idsOf(there: readonly { personId: string }[]): string[] {
  return there.map((one) => one.personId)
}
