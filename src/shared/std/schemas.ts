import { z } from 'zod'
import { wellFormed } from './text.ts'

/**
 * An id in its one form: a UUID in small letters. PostgreSQL takes capitals for the same id and text does not, so a change that
 * names a row in capitals would stand beside the row and be written over it (case S1). One pattern of our own, because zod's takes
 * capitals and asks for small letters a second time, six times a change.
 */
export const idSchema = z
  .string()
  .regex(/^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/)

/** Years that a date here can have: the oldest person was born after 1889. PostgreSQL has no year 0, and a report that meets one fails. */
const plausibleYear = /^(189\d|19\d\d|2[01]\d\d)-/

/** "2026-10-22", in a year that can be. */
export const dateSchema = z.iso.date().regex(plausibleYear)

/** "2026-Q3", in a year that can be. */
export const quarterSchema = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .regex(plausibleYear)

/** "2026-10-22T09:31:04.120Z", in a year that can be. */
export const momentSchema = z.iso.datetime().regex(plausibleYear)

/** A line of text that a database keeps: PostgreSQL refuses NUL and halves of letters, and the request that has one would fail. */
export const lineSchema = z.string().refine((text) => wellFormed(text) === text)
