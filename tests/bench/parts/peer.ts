import { randomUUID } from 'node:crypto'
import type { DatedDraft } from '../../../src/server/ownWriting.ts'
import type { Peer } from '../rig/peer.ts'
import type { InventedTeam } from '../world/team.ts'
import { day, type Sent } from './upload.ts'

/** How the peer did at the same. */
export interface PeerFigures {
  /** Milliseconds of each put. */
  puts: number[]
  /** Seconds of each first replication, with the batch size that suits it best. */
  pulls: { seconds: number[]; batch: number; documents: number; kilobytes: number }
  days: Sent[]
}

/** PouchDB's own batch size, and one like ours: it is given whichever is quicker. */
const batches = [100, 1000]
/** As between our key presses. Milliseconds. */
const pauseMs = 150

/** Puts, pulls and pushes what the app was given, with PouchDB. */
export async function measurePeer(peer: Peer, team: InventedTeam, sizes: { keys: number; loads: number; days: number }): Promise<PeerFigures> {
  const puts = await peer.page.evaluate(({ documents, pause }) => window.peer.putEach(documents, pause), {
    documents: Array.from({ length: sizes.keys }, () => signIn(team)),
    pause: pauseMs,
  })
  await peer.seed('team', team.drafts.map(documentOf))
  return { puts, pulls: await pulls(peer, sizes.loads), days: await days(peer, team, sizes.days) }
}

async function pulls(peer: Peer, count: number): Promise<PeerFigures['pulls']> {
  const tried: PeerFigures['pulls'][] = []
  for (const batch of batches) {
    peer.line.reset()
    const first = await pull(peer, batch)
    tried.push({ seconds: [first.seconds], batch, documents: first.documents, kilobytes: (peer.line.sent() + peer.line.received()) / 1000 })
  }
  const best = tried.reduce((a, b) => ((b.seconds[0] ?? 0) < (a.seconds[0] ?? 0) ? b : a))
  while (best.seconds.length < count) best.seconds.push((await pull(peer, best.batch)).seconds)
  return best
}

function pull(peer: Peer, batch: number): Promise<{ seconds: number; documents: number }> {
  return peer.page.evaluate(({ remote, size }) => window.peer.pull(remote, size), { remote: peer.database('team'), size: batch })
}

async function days(peer: Peer, team: InventedTeam, count: number): Promise<Sent[]> {
  const sent: Sent[] = []
  for (let at = 0; at < count; at++) {
    peer.line.reset()
    const seconds = await peer.page.evaluate(({ remote, documents }) => window.peer.push(remote, documents), {
      remote: peer.database('team'),
      documents: dayOf(team),
    })
    sent.push({ seconds, kilobytes: (peer.line.sent() + peer.line.received()) / 1000 })
  }
  return sent
}

/** The documents of a day: what our laptop writes, without our stamps and seals. */
function dayOf(team: InventedTeam): object[] {
  const session = randomUUID()
  const at = new Date().toISOString()
  return [
    { _id: `session/${session}`, record: 'session', groupId: randomUUID(), date: team.today, slot: 1, closedAt: at, closedBy: team.lead },
    ...Array.from({ length: day.signIns + day.newcomers }, () => signIn(team, session)),
    ...Array.from({ length: day.newcomers }, () => ({
      _id: `person/${randomUUID()}`,
      record: 'person',
      givenName: 'Nora',
      familyName: 'Fresh',
      phone: '01632 960001',
    })),
    ...Array.from({ length: day.newcomers }, () => ({
      _id: `membership/${randomUUID()}`,
      record: 'membership',
      groupId: randomUUID(),
      personId: randomUUID(),
      since: team.today,
    })),
    ...Array.from({ length: day.counts }, () => ({
      _id: `headCount/${randomUUID()}`,
      record: 'headCount',
      sessionId: session,
      moment: 'out',
      counted: 63,
      expected: 63,
      missingIds: [],
      at,
      byId: team.lead,
    })),
    ...Array.from({ length: day.notes }, () => ({
      _id: `note/${randomUUID()}`,
      record: 'note',
      aboutId: session,
      at,
      byId: team.lead,
      text: 'Walked the short route today and stayed for tea; asked about the allotment on Tuesdays.',
    })),
  ]
}

function signIn(team: InventedTeam, sessionId: string = randomUUID()): object {
  return {
    _id: `signIn/${randomUUID()}`,
    record: 'signIn',
    sessionId,
    personId: randomUUID(),
    arrivedAt: new Date().toISOString(),
    how: 'facilitator',
    byId: team.lead,
  }
}

function documentOf({ record, row, fields }: DatedDraft): object {
  return { _id: `${record}/${row}`, record, ...fields }
}
