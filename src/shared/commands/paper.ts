import { z } from 'zod'
import { paperSheet } from '../records/paperSheet.ts'
import { attendanceOf, came } from '../rules/attendance.ts'
import { nameOf } from '../rules/names.ts'
import { partsOf } from '../rules/templates.ts'
import { fail, ok } from '../std/result.ts'
import { plain } from '../std/text.ts'
import { defineCommand, type Context, type Reader, type Draft } from './command.ts'
import { given } from './given.ts'
import { membershipDraft } from './newcomers.ts'
import { signInDraft } from './signIns.ts'
import { because, begunDraft, correction, idOf, sessionDraft, sessionNeeds, whichSession, type WhichSession } from './which.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

const printing = z.object({ session: whichSession, kind: paperSheet.schema.shape.kind, number: paperSheet.schema.shape.number })

/** A sheet was printed: from now on it is out, until it comes back or is destroyed (story 15). */
export const printSheet = defineCommand({
  input: printing,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, kind, number }, context) {
    const row = context.newId()
    const fields = { sessionId: idOf(session), kind, number, at: context.now, byId: context.actor }
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'paperSheet', row, fields }], answer: { sheetId: row } })
  },
})

const ending = z.object({ sheetId: idSchema, ended: paperSheet.schema.shape.ended.unwrap() })

/** The sheet came back, was destroyed or is lost; null: it is still out. */
export const endSheet = defineCommand({
  input: ending,
  needs: ({ sheetId }) => [{ record: 'paperSheet', id: sheetId }],
  decide(rows, { sheetId, ended }, context) {
    const found = rows.get('paperSheet', sheetId)
    if (!found || (found.ended ?? null) === (ended ?? null)) return fail('nothingChanged')
    return ok({
      drafts: [{ record: 'paperSheet', row: sheetId, fields: { ended: ended ?? null, endedAt: ended ? context.now : null } }],
      answer: null,
    })
  },
})

const line = z.object({
  arrivedAt: momentSchema,
  leftAt: momentSchema.nullable().optional(),
  /** How many came along with them, without names. */
  withThem: z.int().min(0).max(20).optional(),
})
const keying = z.object({
  session: whichSession,
  sheetId: idSchema.nullable().optional(),
  people: z.array(line.extend({ personId: idSchema })).max(500),
  newcomers: z.array(line.extend({ givenName: z.string().trim().min(1).max(100), familyName: z.string().trim().max(100).optional() })).max(100),
  /** Names nobody can read: one head each. */
  unknown: z.int().min(0).max(99),
  because: because.optional(),
})

/** What keying in did. */
export interface KeyedIn {
  signedIn: number
  wereIn: number
  newcomers: number
  unknown: number
}

/**
 * Keys a paper register in, with the times on it. Who is in already is left as they are: a sheet keyed twice, or by two
 * people, counts nobody twice, be they known, new or a name nobody could read.
 */
export const keyInPaper = defineCommand({
  input: keying,
  needs: ({ session, sheetId }) => [
    ...sessionNeeds(session),
    { record: 'signIn', where: 'sessionId', is: idOf(session) },
    ...(sheetId ? [{ record: 'paperSheet' as const, id: sheetId }] : []),
  ],
  decide(rows, input, context) {
    const { session, sheetId } = input
    const id = idOf(session)
    const late = correction(rows, [id], input.because)
    if (!late.ok) return fail('sessionClosed')
    const { fresh, strangers, wereIn } = whoIsNew(rows, input)
    const before = sheetId ? Boolean(rows.get('paperSheet', sheetId)?.keyedInAt) : wereIn > 0 && fresh.length + strangers.length === 0
    const unknown = before ? 0 : input.unknown
    const times = ({ arrivedAt, leftAt }: z.infer<typeof line>) => ({ arrivedAt, ...(leftAt ? { leftAt } : {}), ...late.more })
    const along = whoComesAlong(rows, session)
    const signedIn = fresh.flatMap((one) => [signInDraft(session, one.personId, context, 'paper', times(one)), ...along(one, one.personId, context)])
    const newcomers = strangers.flatMap(({ givenName, familyName, ...one }): Draft[] => {
      const personId = context.newId()
      return [
        { record: 'person', row: personId, fields: given({ givenName, familyName: familyName || undefined }) },
        membershipDraft(session.groupId, personId, session.date),
        signInDraft(session, personId, context, 'paper', times(one)),
        ...along(one, personId, context),
      ]
    })
    const heads: Draft[] =
      unknown > 0
        ? [
            {
              record: 'companion',
              row: context.newId(),
              fields: { sessionId: id, kind: 'unknown', number: unknown, at: context.now, byId: context.actor },
            },
          ]
        : []
    const keyed: Draft[] = sheetId && !before ? [{ record: 'paperSheet', row: sheetId, fields: { keyedInAt: context.now } }] : []
    const written = [...signedIn, ...newcomers, ...heads]
    if (written.length === 0 && (before || keyed.length === 0)) return fail(wereIn > 0 || before ? 'alreadyKeyedIn' : 'nothingChanged')
    const began: Draft[] = written.length > 0 ? begunDraft(rows, session, context) : []
    return ok({ drafts: [...began, ...written, ...keyed], answer: { signedIn: fresh.length, wereIn, newcomers: strangers.length, unknown } })
  },
})

/** Heads without names beside a name: as the group's people mostly bring them, a baby at Buggy Talk. */
function whoComesAlong(rows: Reader, session: WhichSession) {
  const group = rows.get('group', session.groupId)
  const kind = (group && partsOf(group).companions[0]) ?? 'guest'
  return ({ withThem = 0, arrivedAt, leftAt }: z.infer<typeof line>, withId: string, context: Context): Draft[] => {
    if (withThem === 0) return []
    const fields = { sessionId: idOf(session), withId, kind, number: withThem, at: arrivedAt, byId: context.actor, ...(leftAt ? { leftAt } : {}) }
    return [{ record: 'companion', row: context.newId(), fields }]
  }
}

/** Whom the register does not have yet. A new name keyed in twice is recognised by the name that came in on paper before. */
function whoIsNew(rows: Reader, { session, people, newcomers }: z.infer<typeof keying>) {
  const there = attendanceOf(rows.all('signIn', 'sessionId', idOf(session))).filter(came)
  const here = new Set(there.map((one) => one.personId))
  const onPaper = there.filter((one) => one.standing.some((act) => act.how === 'paper'))
  const names = new Set(onPaper.flatMap((one) => rows.get('person', one.personId) ?? []).map((one) => plain(nameOf(one))))
  const firstOf = people.filter((one, at) => people.findIndex((other) => other.personId === one.personId) === at)
  const fresh = firstOf.filter((one) => !here.has(one.personId))
  const strangers = newcomers.filter((one) => !names.has(plain(nameOf(one))))
  return { fresh, strangers, wereIn: firstOf.length - fresh.length + newcomers.length - strangers.length }
}
