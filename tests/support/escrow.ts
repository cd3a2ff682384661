import { webcrypto } from 'node:crypto'

/** Seals as the laptop does, with WebCrypto (escrow.ts describes the layout). */
export async function seal(recoveryKey: string, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const theirs = await webcrypto.subtle.importKey('spki', Buffer.from(recoveryKey, 'base64'), { name: 'ECDH', namedCurve: 'P-256' }, false, [])
  const own = await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const shared = await webcrypto.subtle.importKey(
    'raw',
    await webcrypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256),
    'HKDF',
    false,
    ['deriveKey'],
  )
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode('gather-escrow-1') }
  const key = await webcrypto.subtle.deriveKey(how, shared, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const spki = Buffer.from(await webcrypto.subtle.exportKey('spki', own.publicKey))
  const iv = webcrypto.getRandomValues(new Uint8Array(12))
  const sealed = Buffer.from(await webcrypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secret))
  return Buffer.concat([Buffer.from([spki.length >> 8, spki.length & 255]), spki, iv, sealed]).toString('base64')
}
