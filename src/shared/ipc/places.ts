import type { Role } from '../records/colleague.ts'

/** An id that a place holds; with a question mark one that may be missing. */
type PlaceId =
  | 'sessionId'
  | 'personId'
  | 'otherId'
  | 'groupId'
  | 'addsTo'
  | 'report'
  | 'referralId'
  | 'episodeId'
  | 'ownerId'
  | 'questionnaire'
  | 'entryId'
  | 'proposalId'
  | 'offerId'
  | 'messageId'
  | 'mediaId'
  | 'boardReportId'

export interface PlaceRule {
  /** What the window is called there. No name of a person: main lets no other title through (titles.ts). */
  title: string
  ids: readonly (PlaceId | `${PlaceId}?`)[]
  /** The place one step above. Where an id of that one is missing here, it is Today. */
  under: string | null
  /** Under which button of the rail it stands. */
  rail: 'myDay' | 'today' | 'cases' | 'people' | 'groups' | 'directory' | 'team' | 'surgery'
  /** People stand in front of the laptop: it locks later. */
  atTheDoor?: true
  /** Waits for a connection once the lease is over (SPEC SY28); every other place is needed at a session. */
  waitsForLease?: true
  /** For these roles alone; whoever else comes here is led to Today. */
  roles?: readonly Role[]
}

/** Whoever works with cases. */
const caseRoles = ['linkWorker', 'lead'] as const satisfies readonly Role[]

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
  match: { title: 'Find something for a person', ids: ['personId'], under: 'person', rail: 'people', waitsForLease: true, roles: caseRoles },
  expectSheet: { title: 'What to expect', ids: ['personId', 'offerId'], under: 'match', rail: 'people', waitsForLease: true, roles: caseRoles },
  importReferrals: { title: 'Import referrals', ids: [], under: 'people', rail: 'people', waitsForLease: true },
  groups: { title: 'Groups', ids: [], under: 'today', rail: 'groups', waitsForLease: true },
  group: { title: 'A group', ids: ['groupId'], under: 'groups', rail: 'groups', waitsForLease: true },
  import: { title: 'Import members', ids: ['groupId'], under: 'group', rail: 'groups', waitsForLease: true },
  cards: { title: 'Cards', ids: ['groupId'], under: 'group', rail: 'groups', waitsForLease: true },
  team: { title: 'Team', ids: [], under: 'today', rail: 'team' },
  incidents: { title: 'Incidents', ids: [], under: 'team', rail: 'team', waitsForLease: true },
  concerns: { title: 'Concerns', ids: [], under: 'team', rail: 'team', waitsForLease: true },
  report: { title: 'Report', ids: ['report'], under: 'team', rail: 'team', waitsForLease: true },
  boardReports: { title: 'Board reports', ids: [], under: 'team', rail: 'team', waitsForLease: true, roles: ['lead'] },
  boardReport: { title: 'A board report', ids: ['boardReportId'], under: 'boardReports', rail: 'team', waitsForLease: true, roles: ['lead'] },
  listSizes: { title: 'Registered patients', ids: [], under: 'team', rail: 'team', waitsForLease: true, roles: ['lead'] },
  exports: { title: 'Reports saved as files', ids: [], under: 'team', rail: 'team', waitsForLease: true, roles: ['lead'] },
  media: { title: 'Pictures and films', ids: [], under: 'team', rail: 'team', waitsForLease: true, roles: caseRoles },
  mediaOne: { title: 'A picture or film', ids: ['mediaId'], under: 'media', rail: 'team', waitsForLease: true, roles: caseRoles },
  review: { title: 'Records to review', ids: [], under: 'team', rail: 'team', waitsForLease: true, roles: ['lead'] },
  rights: { title: 'A person’s record and rights', ids: ['personId'], under: 'person', rail: 'people', waitsForLease: true, roles: ['lead'] },
  ownCopy: { title: 'A person’s own copy', ids: ['personId'], under: 'rights', rail: 'people', waitsForLease: true, roles: ['lead'] },
  surgery: { title: 'At the surgery', ids: [], under: 'today', rail: 'surgery' },
  directory: { title: 'Directory', ids: [], under: 'today', rail: 'directory', waitsForLease: true, roles: caseRoles },
  service: { title: 'An entry of the directory', ids: ['entryId'], under: 'directory', rail: 'directory', waitsForLease: true, roles: caseRoles },
  feed: { title: 'Import a list of services', ids: [], under: 'directory', rail: 'directory', waitsForLease: true, roles: caseRoles },
  gaps: { title: 'Gaps', ids: [], under: 'directory', rail: 'directory', waitsForLease: true, roles: caseRoles },
  proposals: { title: 'Proposals', ids: [], under: 'gaps', rail: 'directory', waitsForLease: true, roles: caseRoles },
  proposal: { title: 'A proposal', ids: ['proposalId'], under: 'proposals', rail: 'directory', waitsForLease: true, roles: caseRoles },
  voices: { title: 'Voices', ids: [], under: 'team', rail: 'team', waitsForLease: true, roles: caseRoles },
  stories: { title: 'Stories and quotes', ids: [], under: 'team', rail: 'team', waitsForLease: true, roles: caseRoles },
  pictures: { title: 'Photos and film', ids: ['personId'], under: 'person', rail: 'people', waitsForLease: true, roles: caseRoles },
  office: { title: 'Laptops and what is on hold', ids: [], under: 'surgery', rail: 'surgery' },
  myDay: { title: 'My day', ids: [], under: 'today', rail: 'myDay', waitsForLease: true, roles: caseRoles },
  /** Of one owner, where it says which; else one's own. */
  cases: { title: 'Cases', ids: ['ownerId?'], under: 'today', rail: 'cases', waitsForLease: true, roles: caseRoles },
  case: { title: 'A case', ids: ['episodeId'], under: 'cases', rail: 'cases', waitsForLease: true, roles: caseRoles },
  practiceMessages: { title: 'Messages to the practice', ids: ['episodeId'], under: 'case', rail: 'cases', waitsForLease: true, roles: caseRoles },
  practiceMessage: {
    title: 'A message to the practice',
    ids: ['episodeId', 'messageId'],
    under: 'practiceMessages',
    rail: 'cases',
    waitsForLease: true,
    roles: caseRoles,
  },
  referrals: { title: 'Referrals', ids: [], under: 'cases', rail: 'cases', waitsForLease: true, roles: caseRoles },
  referral: { title: 'A referral', ids: ['referralId'], under: 'referrals', rail: 'cases', waitsForLease: true, roles: caseRoles },
  /** About somebody known, where it says who. */
  newReferral: { title: 'New referral', ids: ['personId?'], under: 'referrals', rail: 'cases', waitsForLease: true, roles: caseRoles },
  plan: { title: 'A plan', ids: ['personId'], under: 'person', rail: 'people', waitsForLease: true, roles: caseRoles },
  planSheet: { title: 'A plan in large print', ids: ['personId'], under: 'plan', rail: 'people', waitsForLease: true, roles: caseRoles },
  measures: { title: 'Measures', ids: ['personId'], under: 'person', rail: 'people', waitsForLease: true, roles: caseRoles },
  askMeasure: {
    title: 'Ask a measure',
    ids: ['personId', 'questionnaire'],
    under: 'measures',
    rail: 'people',
    waitsForLease: true,
    roles: caseRoles,
  },
  measureLicences: { title: 'Licences of measures', ids: [], under: 'team', rail: 'team', waitsForLease: true, roles: caseRoles },
} as const satisfies Record<string, PlaceRule>

export type At = keyof typeof places
