import type { ConcernView, IncidentView, KnowFact, OwnConcern } from '../../../src/renderer/workerLink/doorViews.ts'
import type { PersonView } from '../../../src/renderer/workerLink/views.ts'
import { uuid } from './ids.ts'

/** What the double knows of newcomers, health, incidents and concerns. */
export interface DoorWorld {
  /** What was written down about people, by their id. */
  people: Map<string, Partial<PersonView>>
  facts: KnowFact[]
  /** Who has answered the health questions today. */
  declared: Set<string>
  incidents: IncidentView[]
  own: OwnConcern[]
  concerns: ConcernView[]
}

const named = (at: number, name: string) => ({ personId: uuid(1, at), name })

const facts: KnowFact[] = [
  { kind: 'sittingOut', text: 'Hip is bad today; comes for the tea', people: [named(9, 'Mavis Oakes')] },
  { kind: 'modified', text: 'Short route, stays near the leader', people: [named(2, 'Ivy Pemberton')] },
  { kind: 'medicine', text: 'GTN spray, left coat pocket', people: [named(2, 'Ivy Pemberton')] },
  { kind: 'alert', text: 'Inhaler', people: [named(10, 'Abdul Karim'), named(1, 'Derek Holloway')] },
  { kind: 'alert', text: 'Hearing aid', people: [named(6, 'Stan Whitmore')] },
  { kind: 'pleaseDont', text: 'Do not hurry me on stairs', people: [named(2, 'Ivy Pemberton')] },
  { kind: 'interpreter', text: 'Polish', people: [named(13, 'Halina Zając')] },
  { kind: 'noPhoto', text: '', people: [named(3, 'Gurpreet Sandhu')] },
]

const report: IncidentView = {
  id: uuid(14, 1), sessionId: uuid(3, 1), group: 'Walk and Talk', kind: 'fall', happenedAt: '2026-10-22T09:20:00Z', who: ['Stan Whitmore'], others: null,
  what: 'Slipped on wet leaves at the bridge and sat down hard. Got up by himself and walked on.', injury: 'Graze on the left hand', firstAid: 'Cleaned, plaster',
  ambulance: false, ambulanceAt: null, witnesses: 'Ruth Adeyemi', weather: 'Wet leaves', followUp: 'Ring him tonight', told: null,
  at: '2026-10-22T09:28:00Z', by: 'Tom Ashby', sameAs: null, state: 'waiting',
}

const concern: ConcernView = {
  id: uuid(15, 1), at: '2026-10-22T09:10:00Z', by: 'Tom Ashby', person: null, who: 'A woman from the Tuesday group', aboutColleague: null,
  what: 'She said: “He takes my card so that I do not spend it.” She asked me not to ring her at home.', told: 'Priya Nair by phone, 10:15', inDanger: false, group: 'Walk and Talk',
  acknowledged: null, unread: [uuid(15, 1)], more: [],
}

export function createDoor(size: string, net: string): DoorWorld {
  const some = size !== 'empty' && net !== 'sent'
  return {
    people: new Map(), facts: size === 'empty' ? [] : facts, declared: new Set(), incidents: some && net === 'trouble' ? [report] : [],
    own: some && net === 'trouble' ? [{ id: uuid(15, 9), at: '2026-10-22T09:05:00Z', state: 'waiting' }] : [], concerns: some && net === 'trouble' ? [concern] : [],
  }
}
