import { z } from 'zod'
import { pieceBytes, sealBytes } from '../rules/mediaPieces.ts'
import { idSchema } from '../std/schemas.ts'

/** The wire of files (SPEC SY43 on): pieces as they lie sealed on the laptop, each by itself. */

/** Base64 of the largest piece. Letters. */
const mostLetters = Math.ceil((pieceBytes + sealBytes) / 3) * 4

/** How far a file has come. */
export const mediaStateQuerySchema = z.object({ media: idSchema })
export const mediaStateSchema = z.object({
  /** The first piece that the server lacks; `of` when it has all. */
  next: z.int().min(0),
  of: z.int().min(1),
})
export type MediaState = z.infer<typeof mediaStateSchema>

/** One piece to the server, which answers how far the file has come. Sent twice, it is kept once. */
export const mediaPieceRequestSchema = z.object({
  media: idSchema,
  number: z.int().min(0),
  sealed: z
    .string()
    .max(mostLetters)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/),
})

/** One piece from the server. */
export const mediaPieceQuerySchema = z.object({ media: idSchema, number: z.coerce.number().int().min(0) })
export const mediaPieceSchema = z.object({ sealed: z.string() })
