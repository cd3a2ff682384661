import { z } from 'zod'
import { media } from '../../shared/records/media.ts'
import { piecesOf } from '../../shared/rules/mediaPieces.ts'
import { Refusal } from '../errors.ts'
import type { Transaction } from '../sql/sql.ts'

const { bytes, pieceBytes, key } = media.schema.shape
const needed = z.object({ bytes, pieceBytes, key })

/** What the server must know of a file: how long it is, in how many pieces, and with what they are sealed. */
export interface FileRow extends z.infer<typeof needed> {
  id: string
  of: number
}

/**
 * The row of a file. Throws `Refusal` fileNotKnown before its change has come, fileRemoved once it is destroyed.
 * @param held until the commit nobody destroys it: a piece that came meanwhile would lie there for ever
 */
export async function fileRow(tx: Transaction, team: string, id: string, held = false): Promise<FileRow> {
  const [found] = await tx.query<{ fields: Record<string, unknown> }>(
    `select body #> '{fields}' as fields from record_row where team = $1 and record = 'media' and id = $2 ${held ? 'for share' : ''}`,
    [team, id],
  )
  if (found?.fields['removedAt']) throw new Refusal('fileRemoved')
  const known = needed.safeParse(found?.fields)
  if (!known.success) throw new Refusal('fileNotKnown')
  return { id, ...known.data, of: piecesOf(known.data.bytes, known.data.pieceBytes) }
}
