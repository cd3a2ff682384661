import type { Opened } from '../../shared/reports/defineReport.ts'
import type { PlainDate } from '../../shared/std/dates.ts'
import type { NamedPerson } from './views.ts'

/** A figure of a report, opened. */
export interface BehindView {
  /** What stands before it in its line: the group, say. */
  line: Opened['line']
  what: Opened['what']
  /** The figure itself. */
  count: number
  /** By family name, with how often each is counted. */
  people: (NamedPerson & { times: number })[]
  sessions: { sessionId: string; date: PlainDate; group: string }[]
}
