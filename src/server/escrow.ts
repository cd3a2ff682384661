import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import { must } from '../shared/std/assert.ts'

/** Names the use of the derived key; the laptop's sealing side has the same. */
const purpose = 'gather-escrow-1'
const ivBytes = 12
const tagBytes = 16

/**
 * The server's pair for keeping copies of laptops' keys. The private half never enters the database; of its backups only a sealed
 * one holds it (backup/dump.ts says why).
 */
export interface RecoveryKeys {
  /** base64 of SPKI, told to laptops. */
  publicKey: string
  /** The present one first, then those of machines that this server was restored from. */
  privateKeys: readonly KeyObject[]
}

/** The keys from their private halves, the present one first. @param pkcs8s base64 of PKCS #8, P-256 */
export function recoveryKeysFrom(...pkcs8s: readonly [string, ...string[]]): RecoveryKeys {
  const keyOf = (pkcs8: string) => createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' })
  const [present, ...older] = pkcs8s
  const privateKey = keyOf(present)
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')
  return { publicKey, privateKeys: [privateKey, ...older.map(keyOf)] }
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

/** The same with whichever of the server's keys it was sealed to. Throws when it was none of them. */
export function openSealedWithAny({ privateKeys }: RecoveryKeys, sealed: string): Buffer {
  for (const privateKey of privateKeys.slice(0, -1)) {
    try {
      return openSealed(privateKey, sealed)
    } catch {
      /* the next may be the one */
    }
  }
  return openSealed(must(privateKeys.at(-1), 'recovery key'), sealed)
}
