import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { openSealed } from '../../src/server/escrow.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import { fail, ok } from '../../src/shared/std/result.ts'
import { aGroup, aMembership, aPerson, idFor, sessionId, which } from '../support/builders.ts'
import { MemoryHost, rowsOf, ScriptedSurgery, TestWorker, TestPorts } from '../support/laptop.ts'
import { until } from '../support/until.ts'

export const session = which('Walk and Talk')
export const id = sessionId(session)
export const jean = idFor('Jean Oakes')
export const passphrase = 'four plain words here'
let joined = 0

/** A surgery that enrols, keeps the sealed key and gives it back. */
export class Office extends ScriptedSurgery {
  readonly device = idFor(`desk ${++joined}`)
  escrow: string | null = null
  role: Role = 'lead'
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  answerAll: MemoryHost['network'] = async (request) => {
    if (this.trouble) return fail(this.trouble)
    const body = request.body as { code?: string; sealed?: string } | undefined
    if (request.path === '/enrol') return body?.code === 'GOOD' ? ok(this.enrolment()) : fail('wrongCode')
    if (request.path === '/recover')
      return body?.code === 'NEW' && this.escrow ? ok({ key: this.deviceKey().toString('base64') }) : fail('codeExpired')
    if (request.path === '/escrow') {
      this.escrow = body?.sealed ?? null
      return ok({})
    }
    if (request.path === '/codes') return ok({ code: 'ABCD', expiresAt: '2026-10-23T10:00:00Z' })
    return this.answer(request)
  }

  deviceKey(): Buffer {
    return openSealed(this.keys.privateKey as KeyObject, this.escrow ?? '')
  }

  private enrolment() {
    return {
      device: this.device,
      token: 'secret token',
      team: { id: idFor('team'), name: 'Nuneaton North' },
      colleague: { id: idFor('Tom'), name: 'Tom Ashby', role: this.role },
      recoveryKey: this.keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    }
  }
}

/** A laptop with its host and its surgery, started. */
export class Rig {
  readonly host = new MemoryHost()
  readonly office = new Office()
  readonly ports = new TestPorts()
  worker!: TestWorker

  constructor() {
    this.office.rows = rowsOf({
      group: [aGroup('Walk and Talk')],
      person: [aPerson('Jean Oakes')],
      membership: [aMembership('Walk and Talk', 'Jean Oakes')],
    })
    this.host.network = this.office.answerAll
  }

  /** The app is started, or again: what is on disk is there, what was in memory is gone. */
  async start(): Promise<void> {
    await this.worker?.call('lock')
    this.worker = new TestWorker(this.host, this.ports)
    await this.worker.start()
  }

  join(more = {}) {
    return this.worker.call('join', {
      server: 'https://gather.example',
      code: 'GOOD',
      deviceName: 'Tom’s laptop',
      passphrase,
      ...more,
    })
  }

  /** Waits until the first load is done. */
  async loaded(): Promise<void> {
    await until(async () => ((await this.worker.ask('goTo', { text: 'walk' }))?.length ?? 0) > 0)
  }

  async joined(): Promise<void> {
    await this.start()
    await this.join()
    await this.loaded()
  }

  signIn() {
    return this.worker.call('run', 'signInPerson', { session, personId: jean })
  }

  /** Who is here, as the register says. */
  async here(): Promise<string[] | undefined> {
    const watch = this.worker.watch('register', { sessionId: id })
    await until(() => watch.told.length > 0)
    this.worker.unwatch(watch.number)
    return watch.told.at(-1)?.here.map((row) => row.name)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
