import { z } from 'zod'
import { kioskRequestKind } from '../records/kioskRequest.ts'
import { voiceChange, voiceWish } from '../records/voice.ts'
import { cardLetters } from '../rules/cards.ts'
import { helpKeys } from '../rules/helpKeys.ts'
import { dateSchema } from '../std/schemas.ts'

/**
 * The whole of what the kiosk's window may ask, and all it is ever told. No call lists people, and no answer holds more than
 * one name: that of the person who has just typed it. Checked on both sides of the port, and strictly: a field that is not
 * written here does not cross.
 */

/** Opaque and random; worth something for `ticketMs` only, and only to this kiosk. */
const ticket = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
/** How long a ticket is good: time to read one's name and to press, not to leave it standing for the next in the queue. */
export const ticketMs = 60_000

/** What the first screen shows. `leader` is a first name. */
export const kioskFirst = z.strictObject({
  team: z.string(),
  group: z.string(),
  date: dateSchema,
  start: z.string(),
  place: z.string(),
  leader: z.string().nullable(),
})
export type KioskFirst = z.infer<typeof kioskFirst>

/** Who the typed letters mean, as far as that may be said. */
export const kioskFound = z.discriminatedUnion('found', [
  /** Nobody, or somebody who should see the leader first: the same answer, so that it tells nothing. */
  z.strictObject({ found: z.literal('none') }),
  /** More than one name starts so: keep typing. Not how many, and nothing of them. */
  z.strictObject({ found: z.literal('more') }),
  /**
   * All of it is typed, and two are drawn alike, or nobody of this group is called so: on which day of the month were you born?
   * Of another group or of none, whoever types two names is asked the same: the question does not tell who is known here.
   */
  z.strictObject({ found: z.literal('ask'), ticket }),
  z.strictObject({ found: z.literal('one'), name: z.string(), ticket }),
  /** Many names were looked up and nobody signed in: a pause before the next. */
  z.strictObject({ found: z.literal('wait'), ms: z.int().min(0).max(60_000) }),
  /** A card that was revoked, or is none of ours. */
  z.strictObject({ found: z.literal('oldCard') }),
  z.strictObject({ found: z.literal('noCard') }),
])
export type KioskFound = z.infer<typeof kioskFound>

/** How signing in ended. `leader`: please see the leader, for whatever reason. `stale`: the ticket is too old. */
export const kioskSignedIn = z.strictObject({ done: z.enum(['signedIn', 'already', 'leader', 'stale', 'notSaved']) })
export type KioskSignedIn = z.infer<typeof kioskSignedIn>

const done = z.strictObject({ saved: z.boolean() })

/** Each call with what it takes and what it answers. */
export const kioskCalls = {
  first: { input: z.strictObject({}), answer: kioskFirst },
  /** @param all Enter was pressed: this is the whole of the name */
  find: { input: z.strictObject({ text: z.string().max(100), all: z.boolean() }), answer: kioskFound },
  answer: { input: z.strictObject({ ticket, day: z.int().min(1).max(31) }), answer: kioskFound },
  scan: { input: z.strictObject({ code: z.string().max(100).regex(cardLetters) }), answer: kioskFound },
  signIn: { input: z.strictObject({ ticket }), answer: kioskSignedIn },
  /** One for each sign-in, kept without a name; the last one said counts, null takes it back. Until the next person begins. */
  today: { input: z.strictObject({ value: z.int().min(1).max(5).nullable() }), answer: done },
  /** The same of what has changed and what they would like. `help`: who to call, for whoever wrote of danger. */
  tell: {
    input: z.strictObject({ change: voiceChange.nullable(), wishes: z.array(voiceWish).max(6), words: z.string().trim().max(500) }),
    answer: z.strictObject({ saved: z.boolean(), help: z.array(z.strictObject({ key: z.enum(helpKeys), number: z.string() })) }),
  },
  raise: {
    input: z.strictObject({ ticket: ticket.nullable(), kind: kioskRequestKind, firstName: z.string().trim().max(60).optional() }),
    answer: done,
  },
  /** Of whoever has just signed in: they no longer want what they asked for a moment ago. */
  takeBack: { input: z.strictObject({ ticket, kind: kioskRequestKind }), answer: done },
  /** The right passphrase has no answer: the line ends. A wrong one answers how long until the next try. */
  leave: { input: z.strictObject({ passphrase: z.string().max(1000) }), answer: z.strictObject({ waitMs: z.number().min(0) }) },
} as const

export type KioskCallName = keyof typeof kioskCalls
export type KioskInput<Name extends KioskCallName> = z.infer<(typeof kioskCalls)[Name]['input']>
export type KioskAnswer<Name extends KioskCallName> = z.infer<(typeof kioskCalls)[Name]['answer']>

/** What crosses the port. A call that broke says no more than that. */
export const kioskRequest = z.strictObject({ call: z.int().min(1), method: z.enum(Object.keys(kioskCalls) as [KioskCallName]), input: z.unknown() })
export type KioskRequest = z.infer<typeof kioskRequest>
export type KioskMessage =
  | { call: number; ok: true; value: unknown }
  | { call: number; ok: false }
  /** The laptop was locked, or somebody left with the passphrase: show nothing any more. */
  | { ended: true }

/**
 * From which field of which record each told field comes; the record's file must say that it goes to the kiosk. `name` is
 * made of the first name and one letter by rules/names.ts, and a test sees to it that no other letter gets through.
 */
export const kioskSources = {
  team: [['team', 'name']],
  group: [['group', 'name']],
  date: [['session', 'date']],
  start: [
    ['session', 'start'],
    ['group', 'schedule'],
  ],
  place: [['venue', 'name']],
  leader: [['colleague', 'name']],
  name: [
    ['person', 'givenName'],
    ['person', 'knownAs'],
  ],
} as const
