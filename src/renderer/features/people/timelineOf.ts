import type { PersonView } from '../../workerLink/views.ts'

/** One thing that happened. */
export interface Happening {
  id: string
  kind: 'session' | 'note'
  date: string
  sessionId: string
  group: string
  arrived: string | null
  undone: boolean
  text: string
  by: string
}

const blank = { sessionId: '', group: '', arrived: null, undone: false, text: '', by: '' }

/** Sessions and notes in one order, newest first. */
export function timelineOf(person: Pick<PersonView, 'attendance' | 'notes'>): Happening[] {
  const sessions = person.attendance.map((one): Happening & { order: string } => ({
    ...blank,
    id: one.sessionId,
    kind: 'session',
    date: one.date,
    sessionId: one.sessionId,
    group: one.group,
    arrived: one.arrived,
    undone: one.state === 'undone',
    order: `${one.date}T${one.arrived ?? '00:00'}`,
  }))
  const notes = person.notes.map((one): Happening & { order: string } => ({
    ...blank,
    id: one.id,
    kind: 'note',
    date: one.at.slice(0, 10),
    text: one.text,
    by: one.by,
    order: one.at,
  }))
  return [...sessions, ...notes].sort((a, b) => (a.order < b.order ? 1 : -1)).map(({ order: _order, ...happening }) => happening)
}
