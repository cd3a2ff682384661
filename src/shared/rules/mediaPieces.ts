/**
 * A file goes to disk and over the line in pieces of this many bytes: at 256 kbit a second one takes a quarter of a minute, so an
 * exchange never waits longer for the line. Written with each file, so that it may change.
 */
export const pieceBytes = 512 * 1024

/** What sealing adds to a piece: 12 random bytes before it, the tag of 16 behind it. */
export const sealBytes = 12 + 16

/** How many pieces a file of so many bytes has. */
export function piecesOf(bytes: number, each: number = pieceBytes): number {
  return Math.ceil(bytes / each)
}

/** How many bytes this piece has, unsealed. @param number from 0 */
export function bytesOfPiece(bytes: number, number: number, each: number = pieceBytes): number {
  return Math.min(each, bytes - number * each)
}

/**
 * To what a sealed piece belongs: part of its seal (AES-256-GCM), so that no piece can be moved within a file, into another or left
 * off its end without being noticed. Laptop and server say the same.
 */
export function placeOfPiece(mediaId: string, number: number, of: number): string {
  return `gather|media|1|${mediaId}|${number}|${of}`
}
