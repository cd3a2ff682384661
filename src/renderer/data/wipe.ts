import { Dexie } from 'dexie'
import { z } from 'zod'
import type { Host } from '../../shared/ipc/contract.ts'
import { emptiedLabel, emptiedReplySchema } from '../../shared/sync/protocol.ts'
import { homeOf, type Identity } from './keys.ts'
import { ask, askMs } from './link.ts'
import { storesOf } from './openDatabase.ts'
import type { Store } from './store.ts'
import { idSchema } from '../../shared/std/schemas.ts'

/** What an emptied laptop keeps: that it was, and how to say so to its server. Nothing of people, no key and no token. */
const noteSchema = z.object({ device: idSchema, home: idSchema.optional(), team: idSchema, server: z.string(), proof: z.string() })
export type EmptiedNote = z.infer<typeof noteSchema>

/** How often an emptied laptop tries to say so. Milliseconds. */
const tellAgainMs = 60_000

type Emptier = Pick<Host, 'empty' | 'emptied'>

/** Whether anything this laptop wrote has had no answer from the server yet. Only when not may it be emptied (SPEC SY27). */
export function hasUnsent(store: Store): boolean {
  return store.unfiled.length > 0 || [...store.log.values()].some((entry) => entry.state === 'pending')
}

/**
 * Destroys keys, journal and stores, also those set aside, with the drafts in them. The keys go first: whatever a cut leaves
 * cannot be read, and the next start takes it away (`finishEmptying`). The store must be closed.
 */
export async function emptyLaptop(host: Emptier, identity: Identity): Promise<EmptiedNote> {
  const { device, server, token, team } = identity
  const note = { device, home: homeOf(identity), server, team: team.id, proof: await sha256(emptiedLabel + (await sha256(token))) }
  await host.empty(JSON.stringify(note))
  await deleteStores(note.home)
  return note
}

/** The note of a laptop that was emptied, once nothing else is left; null for any other. To be asked at each start. */
export async function finishEmptying(host: Emptier): Promise<EmptiedNote | null> {
  const text = await host.emptied()
  if (text === null) return null
  const note = noteSchema.parse(JSON.parse(text))
  await deleteStores(note.home ?? note.device)
  return note
}

/**
 * Tells the server, so that the lead can see it: each minute until it has answered, and at each start once more, as an answer
 * that came changes nothing here. It destroys nothing: somebody may join anew meanwhile.
 */
export async function tellEmptied(
  host: Pick<Host, 'send'>,
  { server, team, device, proof }: EmptiedNote,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  for (;;) {
    const answer = await ask(host, { server, path: '/emptied', body: { team, device, proof }, timeoutMs: askMs }, emptiedReplySchema)
    if (answer.ok || answer.reason === 'signedOut') return
    await wait(tellAgainMs)
  }
}

async function deleteStores(device: string): Promise<void> {
  for (const name of storesOf(device)) await Dexie.delete(name)
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
