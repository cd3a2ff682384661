/**
 * Sealing: AES-256-GCM, so that nothing personal is on disk in clear. What a box belongs to is part of the seal (table,
 * row, format and key), so a box cannot be moved to another row. Always before a transaction opens, never inside one:
 * awaiting WebCrypto in an IndexedDB transaction works by accident only (sync-security 6.6).
 */
export interface Sealer {
  seal(place: string, value: unknown): Promise<Uint8Array<ArrayBuffer>>
  /** Throws when the box was changed, moved, or sealed by another key. */
  open<Value>(place: string, box: Uint8Array): Promise<Value>
}

/** Layout of a box: 1 byte format, 1 byte key id, 12 bytes random, then the ciphertext with its tag. */
const format = 1
const keyId = 1
const headBytes = 14

const ivBytes = 12
/** Random bytes drawn in one call, for a few hundred seals: drawn one by one they took as long as the seals. No byte is used twice. */
const drawnAtOnce = ivBytes * 340

let drawn = new Uint8Array(0)
let used = 0

function nextIv(): Uint8Array<ArrayBuffer> {
  if (used + ivBytes > drawn.length) {
    drawn = crypto.getRandomValues(new Uint8Array(drawnAtOnce))
    used = 0
  }
  return drawn.slice(used, (used += ivBytes))
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A sealer with one key. @param label what the key is for; part of every seal */
export function makeSealer(key: CryptoKey, label: string): Sealer {
  const algorithm = (iv: BufferSource, place: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(`gather|${format}|${keyId}|${label}|${place}`),
  })
  return {
    async seal(place, value) {
      const iv = nextIv()
      const sealed = await crypto.subtle.encrypt(algorithm(iv, place), key, encoder.encode(JSON.stringify(value)))
      const box = new Uint8Array(headBytes + sealed.byteLength)
      box[0] = format
      box[1] = keyId
      box.set(iv, 2)
      box.set(new Uint8Array(sealed), headBytes)
      return box
    },
    async open<Value>(place: string, box: Uint8Array) {
      if (box[0] !== format || box[1] !== keyId) throw new Error('sealed by a format or key this app does not know')
      const bytes = box as Uint8Array<ArrayBuffer>
      const clear = await crypto.subtle.decrypt(algorithm(bytes.subarray(2, headBytes), place), key, bytes.subarray(headBytes))
      return JSON.parse(decoder.decode(clear)) as Value
    },
  }
}
