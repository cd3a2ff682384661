import type { RecordName } from '../records/index.ts'

/**
 * What a row belongs to, and so who sees it and who may write it: one table for sight, reach and where rows are filed.
 * `by`: `team` is seen by everyone; `group` by the group's facilitators; `register` by the same, as long as the register is kept;
 * `person` by whoever knows the person, `contact` likewise; `about` by whoever sees the session or the person.
 */
export interface Belonging {
  by: 'team' | 'group' | 'register' | 'person' | 'contact' | 'about'
  /** Fields that say to which group, session or person the row belongs. */
  group?: string
  session?: string
  person?: string
  /** The day of its own session. */
  day?: string
  /** Fields that name a person, or several: nobody writes down somebody whom they do not know (case S6). */
  names?: readonly string[]
  /** Anybody may write it, of whomever: it goes to the lead alone, who must hear of it at once. */
  free?: true
}

/** A record without an answer here does not compile. */
export const belongs: Record<RecordName, Belonging> = {
  team: { by: 'team' }, colleague: { by: 'team' }, device: { by: 'team' }, venue: { by: 'team' }, group: { by: 'team' },
  concern: { by: 'team', free: true }, // the others learn only that there is one (records/concern.ts)
  person: { by: 'person' },
  emergencyContact: { by: 'contact', person: 'personId', names: ['personId'] },
  declaration: { by: 'contact', person: 'personId', names: ['personId'] },
  card: { by: 'contact', person: 'personId', names: ['personId'] },
  note: { by: 'about', session: 'aboutId', person: 'aboutId' }, // one of the two; ids never meet by chance
  membership: { by: 'group', group: 'groupId', person: 'personId', names: ['personId'] },
  session: { by: 'register', group: 'groupId', day: 'date' },
  signIn: { by: 'register', session: 'sessionId', person: 'personId', names: ['personId'] },
  mark: { by: 'register', session: 'sessionId', person: 'personId', names: ['personId'] },
  told: { by: 'register', session: 'sessionId', person: 'personId', names: ['personId'] },
  headCount: { by: 'register', session: 'sessionId', names: ['missingIds'] },
  companion: { by: 'register', session: 'sessionId', names: ['withId'] },
  incident: { by: 'register', session: 'sessionId', names: ['personIds'] },
  duty: { by: 'register', session: 'sessionId', names: ['personId'] },
  attention: { by: 'register', session: 'sessionId', names: ['personId'] },
  feeling: { by: 'register', session: 'sessionId' },
  reveal: { by: 'register', session: 'sessionId', free: true },
  taking: { by: 'register', session: 'sessionId' },
  sheet: { by: 'register', session: 'sessionId' },
}
