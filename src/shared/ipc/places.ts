/** An id that a place holds; with a question mark one that may be missing. */
type PlaceId = 'sessionId' | 'personId' | 'otherId' | 'groupId' | 'addsTo' | 'report'

export interface PlaceRule {
  /** What the window is called there. No name of a person: main lets no other title through (titles.ts). */
  title: string
  ids: readonly (PlaceId | `${PlaceId}?`)[]
  /** The place one step above. Where an id of that one is missing here, it is Today. */
  under: string | null
  /** Under which button of the rail it stands. */
  rail: 'today' | 'people' | 'groups' | 'team' | 'surgery'
  /** People stand in front of the laptop: it locks later. */
  atTheDoor?: true
  /** Waits for a connection once the lease is over (SPEC SY28); every other place is needed at a session. */
  waitsForLease?: true
}

/** Every place of the app. Routing, the way back, the rail, the title, the lock and the lease read this; a screen for each is in renderer/app/screens.ts. */
export const places = {
  today: { title: 'Today', ids: [], under: null, rail: 'today' },
  register: { title: 'Register', ids: ['sessionId'], under: 'today', rail: 'today', atTheDoor: true },
  headCount: { title: 'Head count', ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  closing: { title: 'Close the session', ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  emergency: { title: 'Emergency contacts', ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  cafe: { title: 'The café', ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  newcomer: { title: 'Details of someone new', ids: ['sessionId', 'personId'], under: 'register', rail: 'today', atTheDoor: true },
  health: { title: 'Health questions', ids: ['sessionId', 'personId'], under: 'register', rail: 'today', atTheDoor: true },
  incident: { title: 'Something happened', ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  /** Without a session when the worry comes at a desk; `addsTo` when it adds to one. */
  concern: { title: 'Raise a concern', ids: ['sessionId?', 'addsTo?'], under: 'register', rail: 'today', atTheDoor: true },
  rota: { title: 'Rota', ids: ['sessionId'], under: 'register', rail: 'today' },
  calling: { title: 'Cancel or move', ids: ['sessionId'], under: 'register', rail: 'today' },
  paper: { title: 'On paper', ids: ['sessionId'], under: 'register', rail: 'today' },
  keyIn: { title: 'Key a sheet in', ids: ['sessionId'], under: 'paper', rail: 'today' },
  registerSheet: { title: 'Register on paper', ids: ['sessionId'], under: 'paper', rail: 'today' },
  emergencySheet: { title: 'Emergency contacts on paper', ids: ['sessionId'], under: 'paper', rail: 'today' },
  takeAlong: { title: 'Get ready to go offline', ids: [], under: 'today', rail: 'today' },
  people: { title: 'People', ids: [], under: 'today', rail: 'people', waitsForLease: true },
  person: { title: 'A person', ids: ['personId'], under: 'people', rail: 'people', waitsForLease: true },
  card: { title: 'A card', ids: ['personId'], under: 'person', rail: 'people', waitsForLease: true },
  pairs: { title: 'Two people?', ids: [], under: 'people', rail: 'people', waitsForLease: true },
  twoPeople: { title: 'Two people side by side', ids: ['personId', 'otherId'], under: 'pairs', rail: 'people', waitsForLease: true },
  importReferrals: { title: 'Import referrals', ids: [], under: 'people', rail: 'people', waitsForLease: true },
  groups: { title: 'Groups', ids: [], under: 'today', rail: 'groups', waitsForLease: true },
  group: { title: 'A group', ids: ['groupId'], under: 'groups', rail: 'groups', waitsForLease: true },
  import: { title: 'Import members', ids: ['groupId'], under: 'group', rail: 'groups', waitsForLease: true },
  cards: { title: 'Cards', ids: ['groupId'], under: 'group', rail: 'groups', waitsForLease: true },
  team: { title: 'Team', ids: [], under: 'today', rail: 'team' },
  incidents: { title: 'Incidents', ids: [], under: 'team', rail: 'team', waitsForLease: true },
  concerns: { title: 'Concerns', ids: [], under: 'team', rail: 'team', waitsForLease: true },
  report: { title: 'Report', ids: ['report'], under: 'team', rail: 'team', waitsForLease: true },
  surgery: { title: 'At the surgery', ids: [], under: 'today', rail: 'surgery' },
  office: { title: 'Laptops and what is on hold', ids: [], under: 'surgery', rail: 'surgery' },
} as const satisfies Record<string, PlaceRule>

export type At = keyof typeof places
