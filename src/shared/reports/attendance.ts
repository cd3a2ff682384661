import { z } from 'zod'
import { attendanceOf, came } from '../rules/attendance.ts'
import { grouped } from '../std/grouped.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineReport } from './defineReport.ts'

/** One session of the group. */
export interface AttendanceLine {
  date: string
  /** Persons, not sign-ins; who left early came. */
  came: number
  /** Whose first session of this group it was, as far as registers are kept. */
  firstTime: number
  leftEarly: number
}

/**
 * How many came to a group, session by session. "Came" counts persons of whom a sign-in stands (rules/attendance.ts), as the register
 * does. A session to which nobody came is a line too, unless it was cancelled.
 */
export const attendance = defineReport({
  params: z.object({ groupId: idSchema, from: dateSchema, to: dateSchema }),
  columns: [
    { id: 'date', kind: 'date', of: ['session.date'], value: (line: AttendanceLine) => line.date },
    { id: 'came', kind: 'number', means: 'came', of: ['signIn.sessionId'], value: (line: AttendanceLine) => line.came },
    { id: 'firstTime', kind: 'number', means: 'newPeople', of: ['signIn.sessionId'], value: (line: AttendanceLine) => line.firstTime },
    { id: 'leftEarly', kind: 'number', of: ['signIn.leftAt'], value: (line: AttendanceLine) => line.leftEarly },
  ],
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
      const firstTime = there.filter((one) => !before.has(one.personId)).length
      for (const one of there) before.add(one.personId)
      const isAsked = session.date >= from && session.date <= to && (there.length > 0 || !session.cancelledBecause)
      return isAsked ? [{ date: session.date, came: there.length, firstTime, leftEarly: there.filter((one) => one.state === 'left').length }] : []
    })
  },
})
