/** An id that a place holds; with a question mark one that may be missing. */
type PlaceId = 'sessionId' | 'personId' | 'groupId' | 'addsTo' | 'report'

interface PlaceRule {
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

/** Every place of the app. Routing, the way back, the rail, the lock and the lease read this; a screen for each is in app/Screen.tsx. */
export const places = {
  today: { ids: [], under: null, rail: 'today' },
  register: { ids: ['sessionId'], under: 'today', rail: 'today', atTheDoor: true },
  headCount: { ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  closing: { ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  emergency: { ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  cafe: { ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  newcomer: { ids: ['sessionId', 'personId'], under: 'register', rail: 'today', atTheDoor: true },
  health: { ids: ['sessionId', 'personId'], under: 'register', rail: 'today', atTheDoor: true },
  incident: { ids: ['sessionId'], under: 'register', rail: 'today', atTheDoor: true },
  /** Without a session when the worry comes at a desk; `addsTo` when it adds to one. */
  concern: { ids: ['sessionId?', 'addsTo?'], under: 'register', rail: 'today', atTheDoor: true },
  rota: { ids: ['sessionId'], under: 'register', rail: 'today' },
  calling: { ids: ['sessionId'], under: 'register', rail: 'today' },
  paper: { ids: ['sessionId'], under: 'register', rail: 'today' },
  keyIn: { ids: ['sessionId'], under: 'paper', rail: 'today' },
  registerSheet: { ids: ['sessionId'], under: 'paper', rail: 'today' },
  emergencySheet: { ids: ['sessionId'], under: 'paper', rail: 'today' },
  takeAlong: { ids: [], under: 'today', rail: 'today' },
  people: { ids: [], under: 'today', rail: 'people', waitsForLease: true },
  person: { ids: ['personId'], under: 'people', rail: 'people', waitsForLease: true },
  card: { ids: ['personId'], under: 'person', rail: 'people', waitsForLease: true },
  groups: { ids: [], under: 'today', rail: 'groups', waitsForLease: true },
  group: { ids: ['groupId'], under: 'groups', rail: 'groups', waitsForLease: true },
  import: { ids: ['groupId'], under: 'group', rail: 'groups', waitsForLease: true },
  cards: { ids: ['groupId'], under: 'group', rail: 'groups', waitsForLease: true },
  team: { ids: [], under: 'today', rail: 'team' },
  incidents: { ids: [], under: 'team', rail: 'team', waitsForLease: true },
  concerns: { ids: [], under: 'team', rail: 'team', waitsForLease: true },
  report: { ids: ['report'], under: 'team', rail: 'team', waitsForLease: true },
  surgery: { ids: [], under: 'today', rail: 'surgery' },
  office: { ids: [], under: 'surgery', rail: 'surgery' },
} as const satisfies Record<string, PlaceRule>

export type At = keyof typeof places
type Given<Id extends string> = { [One in Id as One extends `${infer Name}?` ? Name : One]: One extends `${string}?` ? string | null : string }
/** The ids of a place: what its screen is given. */
export type IdsOf<Name extends At> = Given<(typeof places)[Name]['ids'][number]>
/** Where in the app somebody is. Ids only, so that it may be kept while the laptop is locked. */
export type Place = { [Name in At]: { at: Name } & IdsOf<Name> }[At]

/** The row of a place. */
export function ruleOf(at: At): PlaceRule {
  return places[at]
}

/** The place one step above, or null at the top. */
export function parentOf(place: Place): Place | null {
  const { under } = ruleOf(place.at)
  return under === null ? null : readPlace(writtenFrom(under as At, idsIn(place))) ?? { at: 'today' }
}

/** As it is remembered: "register/<id>". */
export function writePlace(place: Place): string {
  return writtenFrom(place.at, idsIn(place))
}

/** What was remembered, or null when it is none of ours. */
export function readPlace(text: string | null): Place | null {
  const [at = '', ...given] = (text ?? '').split('/')
  if (!Object.hasOwn(places, at)) return null
  const { ids } = ruleOf(at as At)
  const read = ids.map((id, nth) => [nameOf(id), given[nth] === none && id.endsWith('?') ? null : given[nth]] as const)
  if (given.length !== ids.length || read.some(([, id]) => id === '' || id === none)) return null
  return { at, ...Object.fromEntries(read) } as unknown as Place
}

const none = '-'

function nameOf(id: string): string {
  return id.replace('?', '')
}

function idsIn(place: Place): Record<string, string | null> {
  const { at: _, ...ids } = place
  return ids
}

function writtenFrom(at: At, ids: Record<string, string | null>): string {
  return [at, ...ruleOf(at).ids.map((id) => ids[nameOf(id)] ?? none)].join('/')
}
