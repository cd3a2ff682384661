import { createDecipheriv } from 'node:crypto'
import { bytesOfPiece, placeOfPiece } from '../../shared/rules/mediaPieces.ts'
import { Refusal } from '../errors.ts'
import type { FileRow } from './fileRow.ts'

const ivBytes = 12
const tagBytes = 16

/**
 * Opens a piece to see that it is whole and belongs where it says, and forgets what is in it: nothing is kept that no laptop could open.
 * Throws `Refusal` pieceGarbled.
 */
export function checkPiece(file: FileRow, number: number, sealed: Buffer): void {
  const length = bytesOfPiece(file.bytes, number, file.pieceBytes)
  if (number >= file.of || sealed.length !== ivBytes + length + tagBytes) throw new Refusal('pieceGarbled')
  const opening = createDecipheriv('aes-256-gcm', Buffer.from(file.key, 'base64'), sealed.subarray(0, ivBytes))
  opening.setAAD(Buffer.from(placeOfPiece(file.id, number, file.of)))
  opening.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  try {
    opening.update(sealed.subarray(ivBytes, sealed.length - tagBytes))
    opening.final()
  } catch {
    throw new Refusal('pieceGarbled')
  }
}
