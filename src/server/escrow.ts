import {
  createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject,
} from 'node:crypto'

/** Names the use of the derived key; the laptop's sealing side has the same. */
const purpose = 'gather-escrow-1'
const ivBytes = 12
const tagBytes = 16

/** The server's pair for keeping copies of laptops' keys. The private half never enters the database or its backups. */
export interface RecoveryKeys {
  /** base64 of SPKI, told to laptops. */
  publicKey: string
  privateKey: KeyObject
}

/** The pair from its private half. @param pkcs8 base64 of PKCS #8, P-256 */
export function recoveryKeysFrom(pkcs8: string): RecoveryKeys {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')
  return { publicKey, privateKey }
}

/** A fresh private half, base64 of PKCS #8. */
export function makeRecoveryKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

/**
 * Opens what a laptop sealed. Layout, all base64: length of the SPKI (2 bytes, big-endian), the laptop's ephemeral P-256
 * SPKI, IV (12), AES-256-GCM ciphertext and tag (16); key = HKDF-SHA-256(ECDH secret, no salt, "gather-escrow-1").
 * Throws when it is not whole or not for this key.
 */
export function openSealed(privateKey: KeyObject, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  const spkiEnd = 2 + bytes.readUInt16BE(0)
  if (bytes.length < spkiEnd + ivBytes + tagBytes) throw new Error('sealed key is cut short')
  const publicKey = createPublicKey({ key: bytes.subarray(2, spkiEnd), format: 'der', type: 'spki' })
  const secret = diffieHellman({ privateKey, publicKey })
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), purpose, 32))
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(spkiEnd, spkiEnd + ivBytes))
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(spkiEnd + ivBytes, bytes.length - tagBytes)), decipher.final()])
}
