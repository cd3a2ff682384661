import { z } from 'zod'
import type { Draft } from '../changes/change.ts'
import { sheet } from '../records/sheet.ts'
import { attendanceOf, came } from '../rules/attendance.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand } from './command.ts'
import { given } from './given.ts'
import { membershipDraft, signInDraft } from './register.ts'
import { because, begunDraft, correction, idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'

const printing = z.object({ session: whichSession, kind: sheet.schema.shape.kind, number: sheet.schema.shape.number })

/** A sheet was printed: from now on it is out, until it comes back or is destroyed (story 15). */
export const printSheet = defineCommand<z.infer<typeof printing>, { sheetId: string }>({
  name: 'printSheet',
  input: printing,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, kind, number }, context) {
    const row = context.newId()
    const fields = { sessionId: idOf(session), kind, number, at: context.now, byId: context.actor }
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'sheet', row, fields }], answer: { sheetId: row } })
  },
})

const ending = z.object({ sheetId: z.uuid(), ended: sheet.schema.shape.ended.unwrap() })

/** The sheet came back, was destroyed or is lost; null: it is still out. */
export const endSheet = defineCommand<z.infer<typeof ending>, null>({
  name: 'endSheet',
  input: ending,
  needs: ({ sheetId }) => [{ record: 'sheet', id: sheetId }],
  decide(rows, { sheetId, ended }, context) {
    const found = rows.get('sheet', sheetId)
    if (!found || (found.ended ?? null) === (ended ?? null)) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'sheet', row: sheetId, fields: { ended: ended ?? null, endedAt: ended ? context.now : null } }], answer: null })
  },
})

const line = z.object({ arrivedAt: z.iso.datetime(), leftAt: z.iso.datetime().nullable().optional() })
const keying = z.object({
  session: whichSession,
  sheetId: z.uuid().nullable().optional(),
  people: z.array(line.extend({ personId: z.uuid() })).max(500),
  newcomers: z.array(line.extend({ givenName: z.string().trim().min(1).max(100), familyName: z.string().trim().max(100).optional() })).max(100),
  /** Names nobody can read: one head each. */
  unknown: z.int().min(0).max(99),
  because: because.optional(),
})

/** What keying in did. */
export interface KeyedIn { signedIn: number; wereIn: number; newcomers: number; unknown: number }

/**
 * Keys a paper register in, with the times on it. Who is in already is left as they are: a sheet keyed twice, or by two
 * people, counts nobody twice; and names nobody could read are counted with the sheet only once.
 */
export const keyInPaper = defineCommand<z.infer<typeof keying>, KeyedIn>({
  name: 'keyInPaper',
  input: keying,
  needs: ({ session, sheetId }) => [
    ...sessionNeeds(session), { record: 'signIn', where: 'sessionId', is: idOf(session) }, ...(sheetId ? [{ record: 'sheet' as const, id: sheetId }] : []),
  ],
  decide(rows, input, context) {
    const { session, sheetId } = input
    const id = idOf(session)
    const late = correction(rows, [id], input.because)
    if (!late.ok) return fail('sessionClosed')
    const here = new Set(attendanceOf(rows.all('signIn', 'sessionId', id)).filter(came).map((one) => one.personId))
    const again = Boolean(sheetId && rows.get('sheet', sheetId)?.keyedInAt)
    const fresh = input.people.filter((one, at) => !here.has(one.personId) && input.people.findIndex((other) => other.personId === one.personId) === at)
    const times = ({ arrivedAt, leftAt }: z.infer<typeof line>) => ({ arrivedAt, ...(leftAt ? { leftAt } : {}), ...late.more })
    const signedIn = fresh.map((one) => signInDraft(session, one.personId, context, 'paper', times(one)))
    const newcomers = again ? [] : input.newcomers.flatMap(({ givenName, familyName, ...one }): Draft[] => {
      const personId = context.newId()
      return [
        { record: 'person', row: personId, fields: given({ givenName, familyName: familyName || undefined }) },
        membershipDraft(session.groupId, personId, session.date), signInDraft(session, personId, context, 'paper', times(one)),
      ]
    })
    const unknown = again ? 0 : input.unknown
    const heads: Draft[] = unknown > 0
      ? [{ record: 'companion', row: context.newId(), fields: { sessionId: id, kind: 'unknown', number: unknown, at: context.now, byId: context.actor } }]
      : []
    const keyed: Draft[] = sheetId && !again ? [{ record: 'sheet', row: sheetId, fields: { keyedInAt: context.now } }] : []
    const answer = { signedIn: fresh.length, wereIn: input.people.length - fresh.length, newcomers: newcomers.length / 3, unknown }
    const written = [...signedIn, ...newcomers, ...heads]
    if (written.length === 0 && keyed.length === 0) return fail(input.people.length > 0 || again ? 'alreadyKeyedIn' : 'nothingChanged')
    return ok({ drafts: [...begunDraft(rows, session, context), ...written, ...keyed], answer })
  },
})
