import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { caseRoles } from '../../shared/records/defineRecord.ts'
import type { Role } from '../../shared/records/colleague.ts'
import { mediaPieceQuerySchema, mediaPieceRequestSchema, mediaStateQuerySchema, type MediaState } from '../../shared/sync/media.ts'
import { authenticate } from '../auth.ts'
import { Refusal } from '../errors.ts'
import type { Sql, Transaction } from '../sql/sql.ts'
import { checkPiece } from './checkPiece.ts'
import { fileRow, type FileRow } from './fileRow.ts'
import { keepPiece, pieceOf, stateOf } from './pieces.ts'

/** What the doors of files need of the server's. */
export interface FilePorts {
  sql: Sql
  /** Milliseconds since 1970. */
  now(): number
  /** Room for the files of one team. Bytes. */
  teamFileBytes: number
  /** Who calls. Throws `Refusal` signedOut. */
  callerIn(request: FastifyRequest): { token: string; team: string }
  /** Throws `Refusal` badRequest. */
  parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema>
}

/** 2 GB: ten of the longest films. A backup carries all of it each time. */
export const usualTeamFileBytes = 2 * 1024 ** 3

/** A piece in base64 is 0.7 MB. */
const mostPieceBody = 1024 * 1024

/** The doors of files, for laptops of people who work with cases: how far one has come, a piece in, a piece out (SPEC SY43 on). */
export function openFiles(app: FastifyInstance, ports: FilePorts): void {
  const { parsed } = ports

  app.get('/media', (request) => {
    const { media } = parsed(mediaStateQuerySchema, request.query)
    return ofFile(ports, request, media, stateOf, { sends: true })
  })

  app.post('/media/piece', { bodyLimit: mostPieceBody }, (request) => {
    const { media, number, sealed } = parsed(mediaPieceRequestSchema, request.body)
    const piece = Buffer.from(sealed, 'base64')
    const keep: Work<MediaState> = async (tx, team, file) => {
      checkPiece(file, number, piece)
      await keepPiece(tx, team, file, number, piece, ports.teamFileBytes)
      return stateOf(tx, team, file)
    }
    return ofFile(ports, request, media, keep, { sends: true, held: true })
  })

  app.get('/media/piece', (request) => {
    const { media, number } = parsed(mediaPieceQuerySchema, request.query)
    return ofFile(ports, request, media, async (tx, team, file) => ({ sealed: await pieceOf(tx, team, file.id, number) }))
  })
}

type Work<Answer> = (tx: Transaction, team: string, file: FileRow) => Promise<Answer>

/**
 * Does it in one transaction. @param sends it takes nothing out: a laptop that is to be emptied may (SPEC SY46); that it has the key of the
 * file shows each piece. Throws `Refusal` signedOut or refused, and those of `fileRow`.
 */
function ofFile<Answer>(
  { sql, now, callerIn }: FilePorts,
  request: FastifyRequest,
  media: string,
  work: Work<Answer>,
  { sends = false, held = false } = {},
): Promise<Answer> {
  const { token, team } = callerIn(request)
  request.told = { team, media }
  return sql.transaction({ team }, async (tx) => {
    const { revoked, wipe, role } = await authenticate(tx, team, token, now(), false)
    const mayAll = !revoked && role !== undefined && (caseRoles as readonly Role[]).includes(role)
    if (!mayAll && !(sends && wipe)) throw new Refusal('refused')
    return work(tx, team, await fileRow(tx, team, media, held))
  })
}
