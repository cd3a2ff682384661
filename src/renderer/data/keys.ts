import { z } from 'zod'
import type { Host } from '../../shared/ipc/contract.ts'
import { roleSchema } from '../../shared/records/colleague.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { makeSealer, type Sealer } from './seal.ts'
import { idSchema } from '../../shared/std/schemas.ts'

/** Cost of a guess (sync-security 6.7): 256 MiB, 3 passes; 0.3 s in main, 1 s in a browser. */
const cost = { memoryKiB: 262_144, passes: 3 }
/** What stands in clear in the key file: nothing that says whose laptop this is. */
const keyFileSchema = z.object({
  format: z.literal(1),
  device: idSchema,
  salt: z.string(),
  memoryKiB: z.int(),
  passes: z.int(),
  /** A fingerprint of the keyring's share, or null where there is no keyring and the passphrase stands alone. */
  share: z.string().nullable(),
  /** The laptop's key, wrapped. */
  wrapped: z.string(),
  /** Where a forgotten passphrase can be mended with a code. */
  server: z.string(),
  /** Who, sealed by the laptop's key. */
  identity: z.string(),
  /** A sample laptop's passphrase, shown where it is asked for: everybody in that team is invented. */
  sample: z.string().optional(),
  wrongTries: z.int(),
  lastWrongAt: z.number(),
})
type KeyFile = z.infer<typeof keyFileSchema>

/** Who uses this laptop, and how it reaches its team's server. */
export const identitySchema = z.object({
  device: idSchema,
  deviceName: z.string(),
  team: z.object({ id: idSchema, name: z.string() }),
  colleague: z.object({ id: idSchema, name: z.string(), role: roleSchema }),
  server: z.string(),
  token: z.string(),
  /** Ids it had before it became a device of its own (SPEC SY25), the one it joined with first. */
  formerly: z.array(idSchema).optional(),
})
export type Identity = z.infer<typeof identitySchema>

/** Under which id this laptop keeps its store: the one it joined with, whatever it has become since. */
export function homeOf({ device, formerly }: Identity): string {
  return formerly?.[0] ?? device
}

/** An opened laptop. */
export interface Opened {
  /** Another when it becomes a device of its own (SPEC SY25). */
  identity: Identity
  /** Seals who it is. */
  who: Sealer
  rows: Sealer
  journal: Sealer
}

/** Makes the laptop's key and its file; the copy for the team's server comes back sealed to its recovery key. */
export async function createKeys(
  host: Host,
  identity: Identity,
  passphrase: string,
  recoveryKey: string,
  isSample = false,
): Promise<{ opened: Opened; escrow: string }> {
  const deviceKey = crypto.getRandomValues(new Uint8Array(32))
  await writeKeyFile(host, deviceKey, identity, passphrase, isSample)
  return { opened: await openWith(deviceKey, identity), escrow: await sealToTeam(deviceKey, recoveryKey) }
}

/** Wraps a key that came back from the server under a new passphrase. Everything on the laptop stays readable. */
export async function rewrapKeys(host: Host, deviceKeyText: string, passphrase: string): Promise<Opened> {
  const file = await keyFile(host)
  if (!file) throw new Error('impossible: no key file')
  const deviceKey = fromBase64(deviceKeyText)
  const identity = await readIdentity(deviceKey, file)
  await writeKeyFile(host, deviceKey, identity, passphrase)
  return openWith(deviceKey, identity)
}

/** Writes down who this laptop has become; its key, its passphrase and all that is sealed stay as they are. */
export async function keepIdentity(host: Host, { who }: Opened, identity: Identity): Promise<void> {
  const { device, server } = identity
  const sealed = toBase64(await who.seal(device, identity))
  await alterKeyFile(host, (file) => ({ ...file, device, server, identity: sealed }))
}

let altering: Promise<unknown> = Promise.resolve()

/** One after the other and each on what the last one wrote: a wrong try counted meanwhile must not bring an old identity back. */
function alterKeyFile(host: Host, alter: (file: KeyFile) => KeyFile): Promise<void> {
  const turn = altering.then(async () => {
    const file = await keyFile(host)
    if (file) await host.writeKeys(JSON.stringify(alter(file)))
  })
  altering = turn.catch(() => {})
  return turn
}

/** Wrong tries so far, and when the last one was by the clock of then; null before this laptop joined. */
export async function wrongTriesOf(host: Host): Promise<Pick<KeyFile, 'wrongTries' | 'lastWrongAt'> | null> {
  return keyFile(host)
}

/** Writes down that the last wrong try was now: the clock has been set back behind it. */
export async function countFromNow(host: Host, now: number): Promise<void> {
  await alterKeyFile(host, (file) => ({ ...file, lastWrongAt: now }))
}

/** Opens the laptop with its passphrase, no network needed. */
export async function openKeys(host: Host, passphrase: string, now: number): Promise<Result<Opened, 'wrongPassphrase' | 'keyringLost'>> {
  const deviceKey = await deviceKeyOf(host, passphrase, now)
  if (!deviceKey.ok) return deviceKey
  const file = await keyFile(host)
  if (!file) throw new Error('impossible: no key file')
  return ok(await openWith(deviceKey.value, await readIdentity(deviceKey.value, file)))
}

/** The laptop's key itself. A wrong passphrase is written down, so that a restart forgets nothing. */
export async function deviceKeyOf(
  host: Host,
  passphrase: string,
  now: number,
): Promise<Result<Uint8Array<ArrayBuffer>, 'wrongPassphrase' | 'keyringLost'>> {
  const file = await keyFile(host)
  if (!file) throw new Error('impossible: no key file')
  const share = file.share === null ? null : await host.keyringShare()
  if (file.share !== null && (!share || (await fingerprint(share)) !== file.share)) return fail('keyringLost')
  const deviceKey = await unwrap(await wrappingKey(host, passphrase, file, share), file.wrapped)
  if (!deviceKey) {
    await alterKeyFile(host, (last) => ({ ...last, wrongTries: Math.min(20, file.wrongTries + 1), lastWrongAt: now }))
    return fail('wrongPassphrase')
  }
  if (file.wrongTries > 0) await alterKeyFile(host, (last) => ({ ...last, wrongTries: 0 }))
  return ok(deviceKey)
}

/** Replaces who uses this laptop and its token, under the same key and passphrase. */
export async function renewIdentity(host: Host, deviceKey: Uint8Array<ArrayBuffer>, identity: Identity): Promise<void> {
  const sealed = await sealIdentity(deviceKey, identity)
  await alterKeyFile(host, (file) => ({ ...file, device: identity.device, identity: sealed }))
}

/** What may be known before the passphrase: which device this is, its server's address and a sample's passphrase; null before it joined. */
export async function enrolled(host: Host): Promise<Pick<KeyFile, 'device' | 'server' | 'sample'> | null> {
  return keyFile(host)
}

async function keyFile(host: Host): Promise<KeyFile | null> {
  const text = await host.readKeys()
  return text === null ? null : keyFileSchema.parse(JSON.parse(text))
}

async function writeKeyFile(host: Host, deviceKey: Uint8Array<ArrayBuffer>, identity: Identity, passphrase: string, isSample = false): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const share = await host.keyringShare()
  const head = { salt: toBase64(salt), ...cost, share: share ? await fingerprint(share) : null }
  const wrapped = await wrap(await wrappingKey(host, passphrase, head, share), deviceKey)
  const sealed = await sealIdentity(deviceKey, identity)
  const file: KeyFile = {
    format: 1,
    device: identity.device,
    server: identity.server,
    ...head,
    wrapped,
    identity: sealed,
    ...(isSample ? { sample: passphrase } : {}),
    wrongTries: 0,
    lastWrongAt: 0,
  }
  await host.writeKeys(JSON.stringify(file))
}

async function sealIdentity(deviceKey: Uint8Array<ArrayBuffer>, identity: Identity): Promise<string> {
  return toBase64(await (await identitySealer(deviceKey)).seal(identity.device, identity))
}

async function readIdentity(deviceKey: Uint8Array<ArrayBuffer>, file: KeyFile): Promise<Identity> {
  return identitySchema.parse(await (await identitySealer(deviceKey)).open(file.device, fromBase64(file.identity)))
}

async function identitySealer(deviceKey: Uint8Array<ArrayBuffer>): Promise<Sealer> {
  return makeSealer(await derive(deviceKey, 'gather-identity', ['encrypt', 'decrypt']), 'identity')
}

async function openWith(deviceKey: Uint8Array<ArrayBuffer>, identity: Identity): Promise<Opened> {
  const rows = makeSealer(await derive(deviceKey, 'gather-rows', ['encrypt', 'decrypt']), 'rows')
  const journal = makeSealer(await derive(deviceKey, 'gather-journal', ['encrypt', 'decrypt']), 'journal')
  return { identity, who: await identitySealer(deviceKey), rows, journal }
}

/** Passphrase and keyring's share together make the key that wraps (sync-security 7.4). */
async function wrappingKey(
  host: Host,
  passphrase: string,
  head: Pick<KeyFile, 'salt' | 'memoryKiB' | 'passes'>,
  share: Uint8Array | null,
): Promise<CryptoKey> {
  const slow = await host.argon2id(passphrase.normalize('NFKC').trim(), fromBase64(head.salt), head.memoryKiB, head.passes)
  const both = new Uint8Array(slow.length + (share?.length ?? 0))
  both.set(slow)
  if (share) both.set(share, slow.length)
  return derive(both, 'gather-wrap', ['encrypt', 'decrypt'])
}

async function derive(from: Uint8Array<ArrayBuffer>, info: string, uses: KeyUsage[]): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', from, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode(info) }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, uses)
}

async function wrap(key: CryptoKey, deviceKey: Uint8Array<ArrayBuffer>): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, deviceKey))
  return toBase64(concat(iv, sealed))
}

async function unwrap(key: CryptoKey, wrapped: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = fromBase64(wrapped)
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(0, 12) }, key, bytes.subarray(12)))
  } catch {
    return null // a wrong passphrase and a damaged file look alike; a code from the lead mends both
  }
}

async function fingerprint(share: Uint8Array): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', share as Uint8Array<ArrayBuffer>)).subarray(0, 8))
}

/**
 * Seals the laptop's key to the team's recovery key: ECDH P-256 with a key of the moment, HKDF, AES-GCM. Layout: two
 * bytes length, the moment's public key (SPKI), 12 bytes random, ciphertext; base64. server/escrow.ts opens it.
 */
export async function sealToTeam(deviceKey: Uint8Array<ArrayBuffer>, recoveryKey: string): Promise<string> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const team = await crypto.subtle.importKey('spki', fromBase64(recoveryKey), curve, false, [])
  const moment = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: team }, moment.privateKey, 256))
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', moment.publicKey))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await derive(shared, 'gather-escrow-1', ['encrypt']), deviceKey)
  return toBase64(concat(new Uint8Array([spki.length >> 8, spki.length & 255]), spki, iv, new Uint8Array(sealed)))
}

function concat(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
