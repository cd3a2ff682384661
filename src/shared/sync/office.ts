import { z } from 'zod'
import { jsonSchema } from '../changes/change.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** Held acts on one page: a mischievous laptop may have sent ten thousand. */
export const actsOnPage = 20
/** Changes of an act that are told; its count says how many there are. */
export const changesOfAct = 10
/** Laptops and notices told at once; more than any team has had. */
export const mostLaptops = 500
export const mostNotices = 50

const when = momentSchema

/** A laptop of the team, as a lead sees it. */
export const officeLaptopSchema = z.object({
  id: idSchema,
  name: z.string(),
  colleague: idSchema,
  enrolled: when,
  /** The last time it called; null before the first. */
  heard: when.nullable(),
  /** How many changes it said it still had to send; null before the first call. */
  waiting: z.int().nullable(),
  /** How far its clock is behind the server's, in seconds; null before the first call. */
  clockSeconds: z.number().nullable(),
  appVersion: z.string().nullable(),
  revoked: when.nullable(),
  wipe: z.boolean(),
  /** When it said that it had emptied itself. */
  emptied: when.nullable(),
  /** Since which restore nobody has said that it is still right: until then it may send, and is told nothing. */
  unconfirmed: when.nullable(),
})
export type OfficeLaptop = z.infer<typeof officeLaptopSchema>

/** One held change. Only what a lead may see is in it; a body that cannot be read has neither record nor fields. */
export const officeChangeSchema = z.object({
  id: idSchema,
  /** Why it is held. A word of a newer server is taken as it comes. */
  code: z.string().max(60),
  command: z.string().nullable(),
  record: z.string().nullable(),
  row: z.string().nullable(),
  fields: z.record(z.string(), jsonSchema),
})
export type OfficeChange = z.infer<typeof officeChangeSchema>

/** What one act wrote and the server keeps aside, oldest act first. */
export const officeActSchema = z.object({
  /** By it the whole act is let in or closed: the id of one of its changes. */
  id: idSchema,
  device: idSchema,
  /** Whose laptop it is: what a change says of itself may be untrue. */
  colleague: idSchema,
  /** When it was done, by the laptop's clock; when it came, if that cannot be read or lies later. */
  at: when,
  /** How many changes of it are held. */
  count: z.int().min(1),
  /** Whether a lead's word is enough. Otherwise it can only be closed. */
  canLetIn: z.boolean(),
  changes: z.array(officeChangeSchema),
})
export type OfficeAct = z.infer<typeof officeActSchema>

/** Something a lead should hear of a laptop; a kind of a newer server is taken as it comes. */
export const officeNoticeSchema = z.object({
  id: idSchema,
  device: idSchema,
  kind: z.string().max(60),
  data: z.record(z.string(), z.union([z.number(), z.string()])),
  at: when,
})
export type OfficeNotice = z.infer<typeof officeNoticeSchema>

/** From where on: the token of the page before. Laptops and notices come with the first page alone. */
export const officeQuerySchema = z.object({ after: z.string().max(80).optional() })
export const officeReplySchema = z.object({
  laptops: z.array(officeLaptopSchema),
  acts: z.array(officeActSchema),
  /** How many acts are held in all. */
  actCount: z.int().min(0),
  /** Token for the next page of acts; missing on the last. */
  next: z.string().optional(),
  notices: z.array(officeNoticeSchema),
  noticeCount: z.int().min(0),
})
export type OfficeReply = z.infer<typeof officeReplySchema>

/** However it was written: the server compares ids as text too. */
const asked = z.string().toLowerCase().pipe(idSchema)

export const releaseRequestSchema = z.object({ id: asked })
/** As many letters as a lead's reason may have. */
export const longestReason = 500
/** No database keeps a NUL. */
const reason = z
  .string()
  .trim()
  .min(1)
  .max(longestReason)
  .regex(/^[^\0]*$/)
export const settleRequestSchema = z.object({ id: asked, because: reason })
export const revokeRequestSchema = z.object({
  device: asked,
  /** The lead has said that they mean the very laptop they use. */
  myOwn: z.boolean().optional(),
})
export const confirmRequestSchema = z.object({ device: asked })
export const seenRequestSchema = z.object({ notice: asked })

/** How an act of the office ended. */
export const officeOutcomes = [
  'done',
  'gone', // nothing of this name waits there: somebody was quicker
  'cannot', // a lead's word is not enough: it can only be closed
  'ownLaptop', // it is the laptop one uses, and nobody said so
] as const
export type OfficeOutcome = (typeof officeOutcomes)[number]
export const officeOutcomeSchema = z.object({ outcome: z.enum(officeOutcomes) })

/** The last day on which each person was at a session, by their id (story 35). */
export const lastSeenReplySchema = z.object({ days: z.record(idSchema, dateSchema) })
export type LastSeenReply = z.infer<typeof lastSeenReplySchema>

/** Most changes of one person's records that are told. */
export const mostCorrections = 500
export const correctionsQuerySchema = z.object({ person: asked })
/** What was written of a person, oldest first, as the surgery's log has it: what a lead may read of it. */
export const correctionsReplySchema = z.object({
  changes: z.array(
    z.object({ id: idSchema, at: when, colleague: idSchema, record: z.string(), row: idSchema, fields: z.record(z.string(), jsonSchema) }),
  ),
  /** There are more, and older ones, than are told. */
  more: z.boolean(),
})
export type CorrectionsReply = z.infer<typeof correctionsReplySchema>
