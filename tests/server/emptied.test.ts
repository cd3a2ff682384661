import { expect, it } from 'vitest'
import { sha256 } from '../../src/server/hash.ts'
import { unseenNotices } from '../../src/server/notices.ts'
import { emptiedLabel } from '../../src/shared/sync/protocol.ts'
import { openSurgery } from '../support/surgery.ts'

it('[SY27] a laptop that was emptied says so, the lead is told once, and nobody else can say it for it', async () => {
  const surgery = await openSurgery({ kind: 'memory' })
  const {
    joined: { device, token },
  } = await surgery.enrol()
  const say = async (proof: string) => (await surgery.handle('/emptied', { team: surgery.team, device, proof })).status
  const proof = sha256(emptiedLabel + sha256(token))
  const told = () => surgery.sql.transaction({ team: surgery.team }, (tx) => unseenNotices(tx, surgery.team))
  expect([await say(proof), await told()]).toEqual([401, []]) // nobody wanted it emptied
  await surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query('update device set wipe = true where id = $1', [device]))
  expect([await say(sha256('guessed')), await told()]).toEqual([401, []])
  expect([await say(proof), await say(proof)]).toEqual([200, 200])
  expect(await told()).toMatchObject([{ device, kind: 'emptied' }])
  await surgery.close()
})
