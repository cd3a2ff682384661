import { z } from 'zod'
import { acceptedChangeSchema, changeSchema } from '../changes/change.ts'
import { rowSchema } from '../changes/row.ts'
import { stampPattern } from '../std/stamp.ts'
import { roleSchema } from '../records/colleague.ts'
import { idSchema, momentSchema, lineSchema } from '../std/schemas.ts'

/**
 * Version of the wire. History: 1 = exchange, snapshot, enrol (also again), recover, emptied (0.1).
 * The test "[SY20]" hashes these schemas, so nobody changes the wire without deciding about this number.
 */
export const protocolVersion = 1

/** Most changes in one exchange, each way: a batch stays under a megabyte and a lost one costs little. */
export const mostChanges = 500
/** Ids one laptop may have had: each is a time it was put back or copied. */
export const mostFormerly = 100
/** Rows on one page of a first load: the insert rate was best from 2,000 on (sync-security 2.6). */
export const snapshotPage = 2000

/**
 * Why the server keeps a change aside instead of taking it in. A person decides what becomes of it; none is dropped. `outOfReach`: of
 * a group or person that is not theirs; `notHereYet`: what it belongs to has not come, and it goes in by itself when it does.
 */
export const heldCode = z.enum(['notAllowed', 'invalid', 'unknownSchema', 'wrongTeam', 'deviceRevoked', 'withItsAct', 'outOfReach', 'notHereYet'])
export type HeldCode = z.infer<typeof heldCode>

/** Why a laptop must load afresh: another history (restored backup), a fork, a change of what it may see, an old copy. */
export const resetReason = z.enum(['epoch', 'forked', 'sight', 'behind', 'copied'])
export type ResetReason = z.infer<typeof resetReason>

const stamp = z.string().regex(stampPattern)
const chain = z.string().regex(/^[0-9a-f]{64}$/)

/** Where a laptop stands in its team's order: kept and echoed, never computed by it (house 10.1). */
export const bookmarkSchema = z.object({ epoch: idSchema, revision: z.int().min(0), chain })
export type Bookmark = z.infer<typeof bookmarkSchema>
/** The chain before the first change. */
export const zeroChain = '0'.repeat(64)

/** Most ranges of numbers asked about in one exchange. */
export const mostRanges = 50
const range = z.object({ first: z.int().min(1).max(0xffff_ffff), last: z.int().min(1).max(0xffff_ffff) })
/** Numbers that a laptop has nowhere. `sure`: it wrote changes under them; else it passed them over, so as to use none twice. */
export const nowhereSchema = range.extend({ sure: z.boolean() })
export type Nowhere = z.infer<typeof nowhereSchema>

/** My changes for yours. */
export const exchangeRequestSchema = z.object({
  protocol: z.int().min(1),
  appVersion: lineSchema.max(40),
  team: idSchema,
  /** The laptop's clock, milliseconds since 1970, so that the server can measure how wrong it is. */
  deviceNow: z.number(),
  /** null before the first load. */
  bookmark: bookmarkSchema.nullable(),
  /** How many changes will still wait after these, for the lead's overview. */
  waiting: z.int().min(0),
  /**
   * Says which exchange this laptop believes was its last, and what to call this one: `is` was the `next` of that one, null
   * before the first. By it a laptop that goes on from an old copy of itself is known (SPEC SY24).
   */
  mark: z.object({ is: idSchema.nullable(), next: idSchema }).optional(),
  /** Ids this laptop had before it got its own (SPEC SY25): what it wrote as them may be among the changes. */
  formerly: z.array(idSchema).max(mostFormerly).optional(),
  /** Numbers it once gave and has in neither store nor journal (SPEC SY30). */
  nowhere: z.array(nowhereSchema).max(mostRanges).optional(),
  /** Own numbers up to here were given by a store that is lost: what was written under them is told as others' changes are (SPEC SY10). */
  writtenBefore: z.int().min(1).max(0xffff_ffff).optional(),
  changes: z.array(z.unknown()).max(mostChanges), // each is checked alone: one bad change never blocks the rest
})
export type ExchangeRequest = Omit<z.infer<typeof exchangeRequestSchema>, 'changes'> & { changes: z.infer<typeof changeSchema>[] }

/** What became of one change. */
export const changeResultSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('accepted'), id: z.string(), revision: z.int().min(1), effective: stamp }),
  z.object({
    state: z.literal('held'),
    id: z.string(),
    /** One of `heldCode`, or a word of a newer server that this laptop says as "kept aside for the lead". */
    code: z.string().max(60),
    /** A lead has closed it for good: it is on nobody's lists, and nothing waits for it any more. */
    closed: z.object({ at: momentSchema, by: idSchema, because: z.string() }).optional(),
  }),
])
export type ChangeResult = z.infer<typeof changeResultSchema>

/** The server's answer to an exchange. */
export const exchangeReplySchema = z.object({
  epoch: idSchema,
  /** The server's clock, milliseconds since 1970. */
  now: z.number(),
  /** The oldest protocol this server still speaks. */
  minClient: z.int(),
  /** Highest sequence up to which the server has every change of this device, accepted or held. */
  haveN: z.int().min(0),
  /** Highest sequence of this device that the server ever got. More than the laptop remembers: it once wrote more (SPEC SY24). */
  lastN: z.int().min(0).optional(),
  /** Of the numbers that were asked about and are sure, those that the server does not have either. */
  nowhere: z.array(range).optional(),
  results: z.array(changeResultSchema),
  /** Others' changes after the bookmark, in order of revision; changes written by newer apps are among them as they are. */
  changes: z.array(acceptedChangeSchema),
  /** The new bookmark. */
  revision: z.int().min(0),
  chain,
  /** Highest revision that stands in a verified backup. */
  durable: z.int().min(0),
  /** Whether another page waits. */
  more: z.boolean(),
  reset: resetReason.optional(),
  device: z.enum(['ok', 'revoked', 'wipe']),
  /** With `revoked`: only until the lead confirms it. The server was put back from a backup and cannot know whether it is right. */
  unconfirmed: z.literal(true).optional(),
})
export type ExchangeReply = z.infer<typeof exchangeReplySchema>

/** Where in the first load we are; opaque to the laptop but kept by it, so that it goes on after a cut. */
export const snapshotQuerySchema = z.object({ team: idSchema, after: z.string().max(200).optional() })
export const snapshotPageSchema = z.object({
  epoch: idSchema,
  rows: z.array(rowSchema),
  /** Token for the next page; missing on the last. */
  next: z.string().optional(),
  /** How many rows there are in all, for progress in counts. */
  total: z.int().min(0),
  /** The bookmark to go on from: that of the moment the first page was read. */
  revision: z.int().min(0),
  chain,
})
export type SnapshotPage = z.infer<typeof snapshotPageSchema>

/** Joining a team with a one-time code. The keys never leave the laptop but for one copy sealed to the team. */
export const enrolRequestSchema = z.object({
  code: lineSchema.min(4).max(40),
  deviceName: lineSchema.min(1).max(100),
  /** A laptop that has joined before and that the server no longer knows keeps its id (SPEC SY29); what it says it is. */
  again: z
    .object({
      device: idSchema,
      team: idSchema,
      colleague: idSchema,
      /** The highest sequence it ever wrote: so many the server should have once all is home. */
      wrote: z.int().min(0),
    })
    .optional(),
})
export const enrolReplySchema = z.object({
  device: idSchema,
  token: z.string(),
  team: z.object({ id: idSchema, name: z.string() }),
  colleague: z.object({ id: idSchema, name: z.string(), role: roleSchema }),
  /** P-256 public key (base64 SPKI) to which the laptop seals a copy of its key. */
  recoveryKey: z.string(),
})
export type EnrolReply = z.infer<typeof enrolReplySchema>

/** The sealed copy of a laptop's key, base64: so that neither a forgotten passphrase nor a lost keyring loses a sign-in. */
export const escrowRequestSchema = z.object({
  sealed: z
    .string()
    .max(2000)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/),
})
/** Asking for it back, with a new code for the same colleague. */
export const recoverRequestSchema = z.object({ device: idSchema, code: lineSchema.min(4).max(40) })
export const recoverReplySchema = z.object({ key: z.string() })

/**
 * A laptop that went on from an old copy asks for an id of its own, of the same colleague (SPEC SY25). It makes the token
 * itself, so that asking twice is asking once. `from`: the first sequence it will use.
 */
export const splitRequestSchema = z.object({
  token: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{43}$/),
  from: z.int().min(1),
})
export type SplitRequest = z.infer<typeof splitRequestSchema>
export const splitReplySchema = z.object({ device: idSchema })
export type SplitReply = z.infer<typeof splitReplySchema>

/**
 * A laptop that emptied itself says so, when its token is gone with its keys: `proof` is SHA-256 in hex of
 * "gather-emptied|" and the SHA-256 in hex of the token. It opens no other door.
 */
export const emptiedRequestSchema = z.object({ team: idSchema, device: idSchema, proof: z.string().regex(/^[0-9a-f]{64}$/) })
export const emptiedReplySchema = z.object({ noted: z.literal(true) })
export const emptiedLabel = 'gather-emptied|'

/** The lead asks for an enrolment code for a colleague. */
export const codeRequestSchema = z.object({ colleagueId: idSchema })
export const codeReplySchema = z.object({ code: z.string(), expiresAt: momentSchema })

/** What can go wrong between laptop and server, as the laptop says it. */
export const linkTroubles = [
  'offline', // no network
  'noSuchAddress', // there is a network, and no machine of that name
  'noAnswer', // nobody listens there, or nothing came back in time
  'notOurServer', // something else answered: a café's log-in page, another program
  'serverTrouble', // the server says it has a problem of its own
  'signedOut', // the server does not know this laptop's token
  'upgradeNeeded', // the server is older or newer than this app can talk to
  'busy', // too many requests: try later
] as const
export type LinkTrouble = (typeof linkTroubles)[number]

/** What came of a question to the server. A busy one says when to come back: `afterMs`, in milliseconds. */
export type LinkResult<Value, Reason = LinkTrouble> = { ok: true; value: Value } | { ok: false; reason: Reason; afterMs?: number }
