import type { OwnThread } from './ownThread.ts'

/** Brings a laptop to where no screen of the team shows: not joined, locked, or in the middle of opening. */
export async function bringToPhase(thread: OwnThread, phase: string): Promise<void> {
  if (phase === 'emptied')
    await thread.host.emptying.empty(
      JSON.stringify({ server: 'https://gather.example', team: thread.device.id, device: thread.device.id, proof: '0'.repeat(64) }),
    )
  if (['locked', 'sample', 'waiting'].includes(phase)) await thread.joins('today', phase === 'sample')
  if (phase === 'waiting') await wrongTries(thread, 6)
  if (phase !== 'starting') await thread.start()
  if (phase === 'elsewhere') thread.says({ kind: 'phase', phase: { phase: 'elsewhere' } })
  if (phase === 'rebuilding') thread.says({ kind: 'phase', phase: { phase: 'rebuilding', saved: 1204 } })
}

/** Somebody has just guessed so often. */
async function wrongTries({ host }: OwnThread, times: number): Promise<void> {
  const file = JSON.parse((await host.readKeys()) ?? '{}') as object
  await host.writeKeys(JSON.stringify({ ...file, wrongTries: times, lastWrongAt: Date.now() }))
}
