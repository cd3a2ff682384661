import { afterEach, describe, expect, test } from 'vitest'
import type { Role } from '../../src/shared/records/colleague.ts'
import { passphrase, Rig } from './rig.ts'

/** Milliseconds of a day. */
const day = 86_400_000
let rig: Rig

/** A laptop of somebody with this role that has joined today. */
async function joinedAs(role: Role): Promise<Rig> {
  rig = new Rig()
  rig.office.role = role
  await rig.start()
  await rig.join()
  return rig
}

async function lockedUntil(later: number): Promise<void> {
  await rig.worker.call('lock')
  rig.ports.time += later
  await rig.worker.call('unlock', passphrase)
}

afterEach(async () => {
  await rig.worker.call('lock')
})

describe('where the app opens', () => {
  test.each([
    ['linkWorker', 'myDay'],
    ['lead', null], // what to set up is on Today
    ['facilitator', null],
  ] as const)('a %s who has just joined: %s', async (role, place) => {
    await joinedAs(role)
    expect(rig.worker.phase).toEqual({ phase: 'open', returnTo: place })
  })

  test.each([
    ['linkWorker', 'myDay'],
    ['lead', 'myDay'],
    ['facilitator', 'people'],
  ] as const)('a %s the next morning: %s', async (role, place) => {
    await joinedAs(role)
    await rig.worker.call('remember', 'people')
    await lockedUntil(day)
    expect(rig.worker.phase).toEqual({ phase: 'open', returnTo: place })
  })

  test.each(['linkWorker', 'lead', 'facilitator'] as const)('a %s within the day: where they were', async (role) => {
    await joinedAs(role)
    await rig.worker.call('remember', 'people')
    await lockedUntil(60_000)
    expect(rig.worker.phase).toEqual({ phase: 'open', returnTo: 'people' })
  })
})
