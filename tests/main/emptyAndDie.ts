import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { testKeyring } from './testKeyring.ts'

/** Empties the laptop in a folder, and dies before its n-th call to the disk that changes something. */
const [, , folder = '', at = '0', note = ''] = process.argv

let calls = 0
/** SIGKILL asks nobody; the call behind it is never made. */
function dying<Call extends (...given: never[]) => unknown>(call: Call): Call {
  return ((...given: never[]) => {
    calls += 1
    if (calls === Number(at)) process.kill(process.pid, 'SIGKILL')
    return call(...given)
  }) as Call
}

for (const name of ['rename', 'rm', 'mkdir'] as const) fs[name] = dying(fs[name]) as never
const open = fs.open
fs.open = dying(async (...given: Parameters<typeof open>) => {
  const file = await open(...given)
  for (const name of ['write', 'writeFile', 'sync', 'close'] as const) file[name] = dying(file[name].bind(file) as never) as never
  return file
})
syncBuiltinESMExports()

const { openHost } = await import('../../src/main/host.ts')
await openHost(folder, {
  keyring: testKeyring(),
  fetch: async () => {
    throw new Error('no network')
  },
}).empty(note)
