import type { Host } from '../../shared/ipc/contract.ts'
import { enrolReplySchema } from '../../shared/sync/protocol.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'
import type { JoinTrouble, UnlockTrouble } from '../workerLink/contract.ts'
import { deviceKeyOf, renewIdentity, sealToTeam, type Identity } from './keys.ts'
import { ask, askMs } from './link.ts'
import type { Store } from './store.ts'

export type RejoinTrouble = JoinTrouble | UnlockTrouble

/** What the server gave a laptop that joined again, not yet written down. */
export interface Rejoined {
  identity: Identity
  /** The team's copy of the key, sealed: the server has lost its own with the laptop. */
  escrow: string
  /** Writes the new token into the key file. */
  keep(): Promise<void>
  /** To be called in any case: the key does not stay in memory. */
  forget(): void
}

/**
 * Joins again a laptop that the server no longer knows, with a new code for the same colleague (SPEC SY29). Store, key and id
 * stay; all it ever wrote that the server lacks goes home with the next exchange (SPEC SY16). The passphrase is asked for
 * because only the key itself can seal the new token and make the copy; a wrong one counts as at the lock, and the
 * caller has waited as there.
 */
export async function askToRejoin(
  host: Host,
  store: Store,
  { code, passphrase }: { code: string; passphrase: string },
): Promise<Result<Rejoined, RejoinTrouble>> {
  const key = await deviceKeyOf(host, passphrase, store.ports.now())
  if (!key.ok) return key
  const { identity } = store.opened
  const body = { code: code.trim(), deviceName: identity.deviceName, again: whoItIs(store) }
  const answer = await ask(host, { server: identity.server, path: '/enrol', body, timeoutMs: askMs }, enrolReplySchema)
  if (!answer.ok || answer.value.device !== identity.device) {
    key.value.fill(0)
    return answer.ok ? fail('upgradeNeeded') : answer // a server that did not understand has made another laptop of it
  }
  const { recoveryKey, ...given } = answer.value
  const renewed = { ...identity, ...given }
  const escrow = await sealToTeam(key.value, recoveryKey)
  return ok({
    identity: renewed,
    escrow,
    keep: () => renewIdentity(host, key.value, renewed),
    forget: () => {
      key.value.fill(0)
    },
  })
}

function whoItIs({ opened, state, unfiled }: Store): { device: string; team: string; colleague: string; wrote: number } {
  const { device, team, colleague } = opened.identity
  return { device, team: team.id, colleague: colleague.id, wrote: Math.max(state.nextSequence - 1, unfiled.at(-1)?.sequence ?? 0) }
}
