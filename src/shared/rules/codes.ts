import { z } from 'zod'
import list from '../../../resources/lists/codes.json' with { type: 'json' }

/** Events for which there is a national code, or may be. */
export const codeKeys = ['referred', 'declined', 'offered', 'activity', 'accessNeeds', 'planAgreed'] as const
export type CodeKey = (typeof codeKeys)[number]

const codeSchema = z.object({ key: z.enum(codeKeys), code: z.string().regex(/^\d{6,18}$/), term: z.string(), verified: z.boolean() })
/** A national code, and whether it has been checked against the national list (domain 3.3). */
export type NationalCode = z.infer<typeof codeSchema>

/** Every code of `resources/lists/codes.json`. */
export const codes: readonly NationalCode[] = z.object({ codes: z.array(codeSchema) }).parse(list).codes

const byKey: ReadonlyMap<string, NationalCode> = new Map(codes.map((one) => [one.key, one]))

/** The code of an event; undefined for one that a newer app wrote. */
export function codeOf(key: string): NationalCode | undefined {
  return byKey.get(key)
}

/** The code as it may leave Gather: null where it is not verified, so an unverified one is never exported. */
export function exportableCode(key: string): NationalCode | null {
  const found = byKey.get(key)
  return found?.verified ? found : null
}
