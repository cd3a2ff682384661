import type { PersonView } from '../../workerLink/views.ts'
import type { StoryEvent } from '../../workerLink/questions.ts'

/** One thing that happened. */
export interface Happening {
  id: string
  kind: 'session' | 'note' | 'support'
  /** Of support: what happened. */
  event: StoryEvent | null
  date: string
  sessionId: string
  group: string
  arrived: string | null
  undone: boolean
  text: string
  by: string
}

const blank = { event: null, sessionId: '', group: '', arrived: null, undone: false, text: '', by: '' }

/** Sessions, notes and what was done for them in one order, newest first. */
export function timelineOf(person: Pick<PersonView, 'attendance' | 'notes'>, events: readonly StoryEvent[] = []): Happening[] {
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
  const support = events.map((event): Happening & { order: string } => ({
    ...blank,
    id: event.id,
    kind: 'support',
    date: event.date,
    event,
    order: `${event.date}T00:00`,
  }))
  return [...sessions, ...notes, ...support].sort((a, b) => (a.order < b.order ? 1 : -1)).map(({ order: _order, ...happening }) => happening)
}
