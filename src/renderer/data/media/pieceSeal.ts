import { placeOfPiece } from '../../../shared/rules/mediaPieces.ts'
import { fromBase64 } from '../base64.ts'

/** Seals and opens the pieces of one file with its own key: AES-256-GCM, each bound to its place (SPEC SY44). */
export interface PieceSealer {
  seal(number: number, clear: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  /** Throws when the piece was changed, moved, or is of another file. */
  open(number: number, sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
}

const ivBytes = 12

/** @param key 32 bytes, base64 @param of how many pieces the file has */
export async function pieceSealer(mediaId: string, key: string, of: number): Promise<PieceSealer> {
  const own = await crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const how = (iv: Uint8Array<ArrayBuffer>, number: number) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(placeOfPiece(mediaId, number, of)),
  })
  return {
    async seal(number, clear) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      const sealed = new Uint8Array(await crypto.subtle.encrypt(how(iv, number), own, clear))
      const whole = new Uint8Array(ivBytes + sealed.length)
      whole.set(iv)
      whole.set(sealed, ivBytes)
      return whole
    },
    async open(number, sealed) {
      const bytes = sealed as Uint8Array<ArrayBuffer>
      return new Uint8Array(await crypto.subtle.decrypt(how(bytes.subarray(0, ivBytes), number), own, bytes.subarray(ivBytes)))
    },
  }
}
