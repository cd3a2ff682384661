import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { devicesOf, revokeDevice } from '../../src/server/office.ts'
import { backupTeam, restoreTeam } from '../../src/server/backup.ts'
import type { SendRequest } from '../../src/shared/ipc/contract.ts'
import { pieceBytes } from '../../src/shared/rules/mediaPieces.ts'
import { fail } from '../../src/shared/std/result.ts'
import { idFor } from '../support/builders.ts'
import { write } from '../support/openTeam.ts'
import { aPng, toAdd } from '../support/pictures.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { allSent, joinedLaptop, passphrase, until, type WorkingLaptop } from '../support/workers.ts'
import { until as untilTrue } from '../support/until.ts'

const time = Date.parse('2026-10-22T10:00:00Z')
let surgery: Surgery
let open: WorkingLaptop[] = []
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'postgres', now: () => time, more: { teamFileBytes: 2_500_000 } })
})
afterEach(async () => {
  for (const { worker } of open) await worker.call('lock')
  open = []
})
afterAll(() => surgery.close())

const laptop = async (colleague: string) => {
  const one = await joinedLaptop(surgery, colleague, () => time)
  open.push(one)
  return one
}
/** Pieces that lie at the server. */
const pieces = (media: string) =>
  surgery.sql.transaction({ team: surgery.team }, async (tx) =>
    (await tx.query<{ number: number }>('select number from media_piece where media = $1 order by number', [media])).map((one) => one.number),
  )
/** What a laptop asked of the server from now on: the pieces it sent. */
function watched(one: WorkingLaptop, cutAfter = Infinity) {
  const sent: number[] = []
  const send = one.host.send
  one.host.send = async (request: SendRequest) => {
    const body = request.body as { number: number } | undefined
    if (request.path !== '/media/piece' || !body) return send(request)
    if (sent.length >= cutAfter) return fail('noAnswer')
    sent.push(body.number)
    return send(request)
  }
  return { sent, mend: () => (one.host.send = send) }
}
const add = async ({ worker }: WorkingLaptop, bytes: number, pattern: string) => {
  const added = await worker.call('addMediaFile', toAdd(aPng(bytes, pattern), { title: pattern }))
  if (!added.ok || !('mediaId' in added.value)) throw new Error(JSON.stringify(added))
  return added.value.mediaId
}
const isSafe = ({ worker }: WorkingLaptop, mediaId: string) => until(worker, 'mediaOne', { mediaId }, (one) => one?.file?.state === 'safe')

describe('files of pictures and films between laptops and the server', () => {
  it('[SY45] a line that breaks and a laptop that is shut: it goes on with the piece that is missing, and another laptop gets the same bytes', async () => {
    const lead = await laptop(surgery.lead)
    const line = watched(lead, 1)
    const mediaId = await add(lead, 2 * pieceBytes + 100, 'half-way')
    await allSent(lead.worker)
    await untilTrue(async () => (await pieces(mediaId)).length === 1, 'the first piece is there')
    line.mend()
    await (await lead.restart()).call('unlock', passphrase)
    const rest = watched(lead)
    await isSafe(lead, mediaId)
    expect([line.sent, rest.sent, await pieces(mediaId)]).toEqual([[0], [1, 2], [0, 1, 2]])

    const other = await laptop(await surgery.hire('linkWorker', 'Grace'))
    await until(other.worker, 'mediaOne', { mediaId }, (one) => one?.file?.state === 'there')
    const got = await other.worker.call('lookAtMedia', { mediaId })
    expect(got.ok && Buffer.from(await got.value.arrayBuffer()).equals(aPng(2 * pieceBytes + 100, 'half-way'))).toBe(true)

    await other.worker.call('run', 'removeMedia', { mediaId, because: 'They do not want it shown any more' })
    await allSent(other.worker)
    expect(await pieces(mediaId)).toEqual([])
    await lead.worker.call('sendNow')
    await until(lead.worker, 'mediaOne', { mediaId }, (one) => one?.removed !== null)
    expect(await lead.worker.call('lookAtMedia', { mediaId })).toEqual(fail('fileRemoved'))
    expect((await surgery.handle('/media', undefined, lead.host.token!, { media: mediaId })).body).toEqual({ error: 'fileRemoved' })
  })

  it('[SY44] a piece that was moved, changed or cut is refused, and nothing of it kept; one that came twice is kept once', async () => {
    const lead = await laptop(surgery.lead)
    const line = watched(lead, 0)
    const mediaId = await add(lead, pieceBytes + 10, 'moved')
    const kept: { number: number; sealed: string }[] = []
    const send = line.mend()
    lead.host.send = async (request) => (request.path === '/media/piece' ? (kept.push(request.body as never), fail('noAnswer')) : send(request))
    await allSent(lead.worker)
    await untilTrue(() => kept.length > 0, 'it tries to send')
    const token = lead.host.token!
    const [first] = kept as [{ number: number; sealed: string }]
    const bytes = Buffer.from(first.sealed, 'base64')
    const changed = Buffer.from(bytes)
    changed[1000]! ^= 1
    const tries = [
      { number: 1, sealed: first.sealed },
      { number: 0, sealed: changed.toString('base64') },
      { number: 0, sealed: bytes.subarray(0, 500).toString('base64') },
      { number: 7, sealed: first.sealed },
    ]
    for (const one of tries) expect((await surgery.handle('/media/piece', { media: mediaId, ...one }, token)).body).toEqual({ error: 'pieceGarbled' })
    expect(await pieces(mediaId)).toEqual([])
    for (let times = 0; times < 2; times++) {
      expect((await surgery.handle('/media/piece', { media: mediaId, ...first }, token)).body).toEqual({ next: 1, of: 2 })
    }
    expect((await surgery.handle('/media/piece', undefined, token, { media: mediaId, number: '1' })).body).toEqual({ error: 'pieceMissing' })
  })

  it('[SY46] no room for the team: it is said and stays here; a facilitator and another team get nothing', async () => {
    const lead = await laptop(surgery.lead)
    const mediaId = await add(lead, 2_600_000, 'large')
    const told = await until(lead.worker, 'mediaOne', { mediaId }, (one) => one?.file?.trouble === 'teamFilesFull')
    expect([told?.file?.state, await pieces(mediaId)]).toEqual(['toSend', []])
    expect((await lead.worker.ask('status', null))?.filesToSend).toBe(1)
    const ask = (token: string) => surgery.handle('/media', undefined, token, { media: mediaId })
    const facilitator = await surgery.enrol(await surgery.hire('facilitator', 'Sam'))
    expect(await ask(facilitator.joined.token)).toEqual({ status: 403, body: { error: 'refused' } })
    expect(JSON.stringify(await facilitator.load())).not.toContain(mediaId)
    expect((await ask(lead.host.token!.replace(surgery.team, mediaId))).body).toEqual({ error: 'signedOut' })
  })

  it('[SY46] a laptop that is to be emptied sends the film that is missing first, is given none, and then has nothing', async () => {
    const nisha = await surgery.hire('linkWorker', 'Nisha')
    const lost = await laptop(nisha)
    const line = watched(lost, 1)
    const mediaId = await add(lost, 2 * pieceBytes + 100, 'on the stolen one')
    await allSent(lost.worker)
    await untilTrue(async () => (await pieces(mediaId)).length === 1, 'the first piece is there')
    line.mend()
    const { token } = lost.host
    const devices = await devicesOf(surgery.sql, surgery.team)
    await revokeDevice(surgery.sql, surgery.team, devices.find((one) => one.colleague === nisha)!.id, true, time)
    const piece = { media: mediaId, number: '0' }
    expect((await surgery.handle('/media/piece', undefined, token!, piece)).body).toEqual({ error: 'refused' })
    await lost.worker.call('sendNow')
    await untilTrue(() => lost.worker.phase?.phase === 'new', 'it is emptied')
    expect([await pieces(mediaId), lost.host.keys]).toEqual([[0, 1, 2], null])
    const other = await laptop(await surgery.hire('linkWorker', 'Omar'))
    await until(other.worker, 'mediaOne', { mediaId }, (one) => one?.file?.state === 'there')
    const got = await other.worker.call('lookAtMedia', { mediaId })
    expect(got.ok && Buffer.from(await got.value.arrayBuffer()).equals(aPng(2 * pieceBytes + 100, 'on the stolen one'))).toBe(true)
  })

  it('[SY40] who is alone in a film is erased: its pieces go from the server and from the laptop, and nobody is shown it', async () => {
    const personId = idFor('Jean Oakes')
    await write(surgery, { record: 'person', row: personId, fields: { givenName: 'Jean' } })
    const lead = await laptop(surgery.lead)
    const mediaId = await add(lead, 1000, 'erased')
    await until(lead.worker, 'people', { text: '', most: 1 }, (people) => people.total === 1)
    await lead.worker.call('run', 'sayWhoIsIn', { mediaId, personIds: [personId], babies: [], nobody: false })
    await isSafe(lead, mediaId)
    expect(await lead.worker.call('run', 'erasePerson', { personId, joinedIds: [], why: 'asked', keptUntil: null })).toMatchObject({ ok: true })
    await until(lead.worker, 'mediaList', null, (list) => list?.lines.every((one) => one.mediaId !== mediaId) ?? false)
    expect(await pieces(mediaId)).toEqual([])
    expect(await lead.worker.call('lookAtMedia', { mediaId })).toEqual(fail('fileRemoved'))
  })

  it('[SY47] a backup holds the pieces; a server put back to one without them is sent them again by whoever has them', async () => {
    const lead = await laptop(surgery.lead)
    const before = await backupTeam(surgery.sql, surgery.team, time)
    const mediaId = await add(lead, 700_000, 'kept')
    await isSafe(lead, mediaId)
    const after = await backupTeam(surgery.sql, surgery.team, time)
    await restoreTeam(surgery.sql, surgery.team, after, time)
    expect(await pieces(mediaId)).toEqual([0, 1])
    await restoreTeam(surgery.sql, surgery.team, before, time)
    expect(await pieces(mediaId)).toEqual([])
    await lead.worker.call('sendNow')
    await untilTrue(async () => (await pieces(mediaId)).length === 2, 'it is sent again')
  })
})
