import { ok, fail } from '../../../src/shared/std/result.ts'
import type { LinkTrouble } from '../../../src/shared/sync/protocol.ts'
import type { Role } from '../../../src/shared/records/colleague.ts'
import { at, thursday } from '../../support/builders.ts'
import { atTheGate, keptAside, somethingHappened, takenAlong, type Act } from '../../world/acts.ts'
import { corrections, lastSeen } from '../../world/retention.ts'
import { decided, officeOf } from '../../world/atTheOffice.ts'
import { rowsOfWorld, type Size } from '../../world/worlds.ts'
import { passphrase, type OwnThread } from './ownThread.ts'

/** What has become of the exchange. */
export type Net =
  | 'waiting'
  | 'sent'
  | 'sending'
  | 'trouble'
  | 'diskFull'
  | 'unknown'
  | 'leaseSoon'
  | 'leaseOver'
  | 'copied'
  | 'first'
  | 'loading'
  | 'clock'

/** When the surgery was met last, where that was not this morning. */
const metOn: Partial<Record<Net, string>> = { leaseSoon: '2026-10-11', leaseOver: '2026-10-07' }
/** How it fails where it does not fail for want of a network. */
const troubles: Partial<Record<Net, LinkTrouble>> = { trouble: 'noAnswer', unknown: 'signedOut' }

/** Brings a laptop to where a picture begins: loaded this morning, used at the gate, and with the network as the picture wants it. */
export async function bringTo(thread: OwnThread, size: Size, net: Net, role: Role = 'lead'): Promise<void> {
  const { surgery, clock } = thread
  surgery.rows = rowsOfWorld(size, { trouble: net === 'trouble', role })
  if (size !== 'firstDay') surgery.revision = surgery.durable = surgery.rows.length // all of it is in the backup of last night
  scriptOffice(thread, size)
  setClock(thread, '08:52', metOn[net])
  if (net === 'first' || net === 'loading') return stopsInTheFirstLoad(thread, net)
  await thread.opens()
  if (size === 'ordinary' || size === 'crowded') await useIt(thread, net)
  await endings[net]?.(thread)
  clock.stands = null
  await thread.link.worker.active(true) // somebody is there now: or it would lock itself, untouched since this morning
}

async function useIt(thread: OwnThread, net: Net): Promise<void> {
  if (!metOn[net]) await takesAlong(thread)
  if (net === 'trouble') await isHeld(thread)
  await doAll(thread, [...atTheGate(), ...(net === 'trouble' ? somethingHappened() : [])])
  setClock(thread, '10:32')
}

async function takesAlong(thread: OwnThread): Promise<void> {
  await doAll(thread, takenAlong(thread.device))
  await thread.meets()
}

async function doAll(thread: OwnThread, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    setClock(thread, act.time)
    await act.does(async (name, input) => {
      const done = await thread.run(name, input)
      return done.ok ? done.value : null
    })
  }
}

async function isHeld(thread: OwnThread): Promise<void> {
  const { surgery, host } = thread
  await doAll(thread, keptAside())
  surgery.judge = ({ record }) => (record === 'signIn' ? 'notAllowed' : record === 'group' ? 'unknownSchema' : null)
  surgery.now = () => thread.clock.now() - 12 * 60_000
  host.freeBytes = 1_200_000_000
  await thread.meets()
  surgery.judge = () => null
}

async function fails(thread: OwnThread, trouble: LinkTrouble): Promise<void> {
  thread.surgery.trouble = trouble
  await thread.meets()
}

const offline = (thread: OwnThread) => fails(thread, 'offline')

/** What happens last. */
const endings: Record<Exclude<Net, 'first' | 'loading'>, (thread: OwnThread) => Promise<unknown>> = {
  waiting: offline,
  leaseSoon: offline,
  leaseOver: offline,
  sent: (thread) => thread.meets(),
  trouble: (thread) => fails(thread, troubles.trouble!),
  unknown: (thread) => fails(thread, troubles.unknown!),
  async diskFull(thread) {
    await offline(thread)
    thread.host.journalTrouble = 'diskFull'
  },
  async sending({ surgery, link }) {
    surgery.meanwhile = () => new Promise(() => {})
    await link.worker.sendNow()
  },
  async copied(thread) {
    thread.surgery.once = { lastN: 400 }
    thread.surgery.doors.set('/split', () => ok({ device: crypto.randomUUID() }))
    await thread.meets()
  },
  async clock(thread) {
    setClock(thread, '15:40', '2026-11-27')
    await thread.run('addNote', { aboutId: thread.device.id, text: 'Written when the clock was right' }).catch(() => undefined)
    thread.surgery.trouble = 'offline'
    setClock(thread, '10:32')
    await thread.link.worker.lock()
    await thread.opens()
  },
}

/** Half of the team is there, and the rest does not come. */
async function stopsInTheFirstLoad(thread: OwnThread, net: 'first' | 'loading'): Promise<void> {
  thread.surgery.loadStops = { of: net === 'first' ? 4199 : 3100 }
  void thread.link.worker.unlock(passphrase)
  await new Promise<void>((loading) => {
    const stop = thread.link.watch('status', null, (status) => {
      if (!status?.loading) return
      stop()
      loading()
    })
  })
  if (net === 'loading') await doAll(thread, takenAlong(thread.device))
  setClock(thread, '10:32')
  thread.clock.stands = null
  await thread.link.worker.active(true)
}

function scriptOffice({ surgery }: OwnThread, size: Size): void {
  let reply = officeOf(size)
  surgery.doors.set('/office', () => ok(reply))
  for (const decision of ['release', 'settle', 'revoke', 'wipe', 'confirm', 'seen']) {
    surgery.doors.set(`/office/${decision}`, ({ path, body }) => {
      reply = decided(reply, path, body as { id?: string })
      return ok({ outcome: 'done' })
    })
  }
  surgery.doors.set('/office/last-seen', () => ok(lastSeen))
  surgery.doors.set('/office/corrections', () => ok(corrections))
  surgery.doors.set('/codes', () => ok({ code: 'K7QM-29XD', expiresAt: '2026-10-23T09:32:00.000Z' }))
  surgery.doors.set('/enrol', () => fail('wrongCode'))
  surgery.doors.set('/recover', () => fail('codeExpired'))
}

function setClock({ clock }: OwnThread, time: string, date = thursday): void {
  clock.stands = Date.parse(at(time, date))
}
