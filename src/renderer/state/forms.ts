import type { Place } from './places.ts'

/** How a form that was left before it was saved is offered again (story 5). */
interface Left {
  /** The beginning of what was typed, or empty; never of a concern. */
  text: string
  /** Where it goes on; null where it lies over the screen that offers it. */
  place: Place | null
  /** Whom it is about, where the line says a name. */
  personId?: string
}

type Ids = Readonly<Record<string, string>>

interface FormRule {
  /** Whose it is: what was typed about a case stays sealed on a laptop that belongs to somebody who does not work with cases. */
  of: 'everybody' | 'cases'
  /** The ids in its key, in their order. A question mark: may be missing. Never change those of a form that has been released: its text lies on disks. */
  ids: readonly string[]
  /** What is offered again, or null where so little was typed that nobody would miss it. `onItsScreen`: it stands in its fields there. */
  left: ((ids: Ids, typed: unknown) => Left | null) | 'onItsScreen'
}

const none = '-'
const given = (id: string | undefined) => (id === undefined || id === none ? null : id)
/** The text in a field of a form whose shape its feature knows. */
const textIn = (typed: unknown, field: string): string => {
  const text = typed !== null && typeof typed === 'object' ? (typed as Record<string, unknown>)[field] : ''
  return typeof text === 'string' ? text.trim() : ''
}

/** Every form. What is typed in one is sealed on disk until it is saved or thrown away, without anybody asking for it. */
export const forms = {
  someoneNew: {
    of: 'everybody',
    ids: ['sessionId'],
    left: (_, typed) => {
      const text = [textIn(typed, 'givenName'), textIn(typed, 'familyName')].filter(Boolean).join(' ') || textIn(typed, 'phone')
      return text ? { text, place: null } : null
    },
  },
  core: {
    of: 'everybody',
    ids: ['sessionId', 'personId'],
    left: ({ sessionId = '', personId = '' }) => ({ text: '', personId, place: { at: 'newcomer', sessionId, personId } }),
  },
  health: {
    of: 'everybody',
    ids: ['sessionId', 'personId'],
    left: ({ sessionId = '', personId = '' }) => ({ text: '', personId, place: { at: 'health', sessionId, personId } }),
  },
  incident: {
    of: 'everybody',
    ids: ['sessionId'],
    left: ({ sessionId = '' }, typed) => ({ text: textIn(typed, 'what'), place: { at: 'incident', sessionId } }),
  },
  concern: {
    of: 'everybody',
    ids: ['sessionId', 'addsTo'],
    left: ({ sessionId, addsTo }) => ({ text: '', place: { at: 'concern', sessionId: given(sessionId), addsTo: given(addsTo) } }),
  },
  note: {
    of: 'everybody',
    ids: ['personId'],
    left: ({ personId = '' }, text) => (typeof text === 'string' && text.trim() ? { text, personId, place: { at: 'person', personId } } : null),
  },
  paper: {
    of: 'everybody',
    ids: ['sessionId'],
    left: ({ sessionId = '' }, typed) => {
      const names = (typed as { lines?: unknown[] } | null)?.lines?.length ?? 0 // how many, not who
      return names > 0 ? { text: String(names), place: { at: 'keyIn', sessionId } } : null
    },
  },
  newGroup: { of: 'everybody', ids: ['nth'], left: (_, typed) => (textIn(typed, 'name') ? { text: textIn(typed, 'name'), place: null } : null) },
  person: { of: 'everybody', ids: ['personId'], left: 'onItsScreen' },
  contact: { of: 'everybody', ids: ['personId', 'contactId', 'sessionId?'], left: 'onItsScreen' },
  national: { of: 'cases', ids: ['personId'], left: 'onItsScreen' },
  group: { of: 'everybody', ids: ['groupId'], left: 'onItsScreen' },
  publish: { of: 'everybody', ids: ['groupId'], left: 'onItsScreen' },
  newPerson: { of: 'everybody', ids: ['nth'], left: 'onItsScreen' },
  venue: { of: 'everybody', ids: ['venueId'], left: 'onItsScreen' },
  newColleague: { of: 'everybody', ids: ['nth'], left: 'onItsScreen' },
  papers: { of: 'everybody', ids: ['colleagueId'], left: 'onItsScreen' },
  numbers: { of: 'everybody', ids: ['nth'], left: 'onItsScreen' },
  unplanned: { of: 'everybody', ids: ['date'], left: 'onItsScreen' },
  moving: { of: 'everybody', ids: ['sessionId'], left: 'onItsScreen' },
  cafe: { of: 'everybody', ids: ['sessionId'], left: 'onItsScreen' },
  closing: { of: 'everybody', ids: ['sessionId'], left: 'onItsScreen' },
  cancelling: { of: 'everybody', ids: ['sessionId'], left: 'onItsScreen' },
  count: { of: 'everybody', ids: ['sessionId'], left: 'onItsScreen' },
  match: { of: 'cases', ids: ['personId'], left: 'onItsScreen' },
  offerNo: { of: 'cases', ids: ['offerId'], left: 'onItsScreen' },
  firstTime: { of: 'cases', ids: ['offerId'], left: 'onItsScreen' },
  service: { of: 'cases', ids: ['entryId'], left: 'onItsScreen' },
  checkService: { of: 'cases', ids: ['entryId'], left: 'onItsScreen' },
  closeService: { of: 'cases', ids: ['entryId'], left: 'onItsScreen' },
  logGap: { of: 'cases', ids: ['personId'], left: 'onItsScreen' },
  newProposal: { of: 'cases', ids: ['line'], left: 'onItsScreen' },
  proposal: { of: 'cases', ids: ['proposalId'], left: 'onItsScreen' },
  decision: { of: 'cases', ids: ['proposalId'], left: 'onItsScreen' },
  referral: {
    of: 'cases',
    ids: ['personId'],
    left: ({ personId = '' }, typed) => {
      const text =
        [textIn(typed, 'givenName'), textIn(typed, 'familyName')].filter(Boolean).join(' ') || textIn(typed, 'name') || textIn(typed, 'reason')
      return text ? { text, place: { at: 'newReferral', personId: given(personId) } } : null
    },
  },
  deciding: { of: 'cases', ids: ['referralId'], left: 'onItsScreen' },
  caseContact: { of: 'cases', ids: ['episodeId'], left: 'onItsScreen' },
  nextAction: { of: 'cases', ids: ['episodeId'], left: 'onItsScreen' },
  keepRecord: { of: 'cases', ids: ['personId'], left: 'onItsScreen' },
  erasePerson: { of: 'cases', ids: ['personId'], left: 'onItsScreen' },
  closingCase: { of: 'cases', ids: ['episodeId'], left: 'onItsScreen' },
  askingOther: { of: 'cases', ids: ['episodeId'], left: 'onItsScreen' },
  assigning: { of: 'cases', ids: ['episodeId'], left: 'onItsScreen' },
  handOver: { of: 'cases', ids: ['ownerId'], left: 'onItsScreen' },
  timeAway: { of: 'cases', ids: ['nth'], left: 'onItsScreen' },
  caseNumbers: { of: 'cases', ids: ['nth'], left: 'onItsScreen' },
  practiceMessage: { of: 'cases', ids: ['episodeId'], left: 'onItsScreen' },
  messageSent: { of: 'cases', ids: ['messageId'], left: 'onItsScreen' },
  messageBack: { of: 'cases', ids: ['messageId'], left: 'onItsScreen' },
  plan: { of: 'cases', ids: ['episodeId'], left: 'onItsScreen' },
  planGoal: { of: 'cases', ids: ['episodeId', 'goalId'], left: 'onItsScreen' },
  planAction: { of: 'cases', ids: ['episodeId', 'actionId'], left: 'onItsScreen' },
  planAgree: { of: 'cases', ids: ['episodeId'], left: 'onItsScreen' },
  planJoin: { of: 'cases', ids: ['rowId', 'field'], left: 'onItsScreen' },
  listSize: { of: 'cases', ids: ['odsCode'], left: 'onItsScreen' },
  boardReport: { of: 'cases', ids: ['boardReportId'], left: 'onItsScreen' },
  exportWhy: { of: 'everybody', ids: ['report'], left: 'onItsScreen' },
  measure: {
    of: 'cases',
    ids: ['personId', 'questionnaire'],
    left: ({ personId = '', questionnaire = '' }, typed) => {
      const answers = Object.keys((typed as { items?: object } | null)?.items ?? {}).length
      return answers > 0 ? { text: '', personId, place: { at: 'askMeasure', personId, questionnaire } } : null
    },
  },
  protocol: { of: 'cases', ids: ['measureId'], left: 'onItsScreen' },
  measureLicence: { of: 'cases', ids: ['questionnaire'], left: 'onItsScreen' },
  mediaAdd: { of: 'cases', ids: ['nth'], left: 'onItsScreen' },
  mediaCopy: { of: 'cases', ids: ['mediaId'], left: 'onItsScreen' },
  mediaAbout: { of: 'cases', ids: ['mediaId'], left: 'onItsScreen' },
  mediaWho: { of: 'cases', ids: ['mediaId'], left: 'onItsScreen' },
  voice: { of: 'everybody', ids: ['groupId'], left: 'onItsScreen' },
  readVoice: { of: 'cases', ids: ['voiceId'], left: 'onItsScreen' },
  newStory: { of: 'cases', ids: ['nth'], left: 'onItsScreen' },
  showStory: { of: 'cases', ids: ['storyId'], left: 'onItsScreen' },
  takeDown: { of: 'cases', ids: ['showingId'], left: 'onItsScreen' },
  useAgreement: { of: 'cases', ids: ['personId', 'storyId'], left: 'onItsScreen' },
} as const satisfies Record<string, FormRule>

export type FormName = keyof typeof forms
type Needed<Id extends string> = Id extends `${string}?` ? never : Id
type Optional<Id extends string> = Id extends `${infer Name}?` ? Name : never
/** The ids of a form's key. */
export type FormIds<Name extends FormName> = Record<Needed<(typeof forms)[Name]['ids'][number]>, string | null> &
  Partial<Record<Optional<(typeof forms)[Name]['ids'][number]>, string>>
/** Under which key a form's text lies: made by `formKey` alone, so that nothing typed is kept under a name nobody reads. */
export type FormKey = string & { readonly ofForm: FormName }
/** Forms that are offered again by a line, each with its sentence in words/en. */
export type UnfinishedKind = { [Name in FormName]: (typeof forms)[Name]['left'] extends 'onItsScreen' ? never : Name }[FormName]

/** The forms of link workers and leads. */
export const formsOfCases = Object.entries(forms).flatMap(([name, { of }]) => (of === 'cases' ? [name] : []))

/** The key of a form about these rows. */
export function formKey<Name extends FormName>(name: Name, ids: FormIds<Name>): FormKey {
  const given = ids as Record<string, string | null | undefined>
  const parts = forms[name].ids.map((id) => given[id.replace('?', '')] ?? (id.endsWith('?') ? [] : none)).flat()
  return [name, ...parts].join('/') as FormKey
}

/** Which form a key belongs to, or null where it is none: what a screen remembers in the window alone. */
export function formOfKey(key: string): FormName | null {
  const name = key.slice(0, key.indexOf('/'))
  return Object.hasOwn(forms, name) ? (name as FormName) : null
}

/** What is offered again of a form that was left, or null. */
export function leftOf(key: string, typed: unknown): (Left & { kind: UnfinishedKind; ids: Ids }) | null {
  const name = formOfKey(key)
  const rule: FormRule | null = name && forms[name]
  if (!rule || rule.left === 'onItsScreen') return null
  const [, ...given] = key.split('/')
  const ids = Object.fromEntries(rule.ids.map((id, nth) => [id.replace('?', ''), given[nth] ?? '']))
  const left = rule.left(ids, typed)
  return left && { ...left, kind: name as UnfinishedKind, ids }
}
