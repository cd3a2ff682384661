import type { Reason } from '../../../shared/commands/reasons.ts'
import type { WorkerCalls } from '../../workerLink/contract.ts'

/** Keys that a browser gives to a page that fills the screen (Chromium). */
interface Keys {
  keyboard?: { lock?(keys: string[]): Promise<void> }
}

/** Hands the laptop to participants. A browser is asked to fill the screen first, as it only does so right after a key. */
export async function openKiosk(worker: WorkerCalls, sessionId: string): Promise<Reason | null> {
  const full = window.gather ? null : document.documentElement.requestFullscreen?.().catch(() => undefined)
  const result = await worker.startKiosk({ sessionId })
  await full
  if (result.ok) {
    await (navigator as Navigator & Keys).keyboard?.lock?.(['Escape']).catch(() => undefined) // then Esc must be held to leave it
    return null
  }
  if (document.fullscreenElement) await document.exitFullscreen()
  return result.reason
}
