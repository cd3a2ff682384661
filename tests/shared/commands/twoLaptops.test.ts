import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../src/shared/commands/index.ts'
import { openCaseOf, ownerOf } from '../../../src/shared/rules/cases.ts'
import { referralStateOf } from '../../../src/shared/rules/referrals.ts'
import { codedEventIdOf, episodeIdOf } from '../../../src/shared/std/ids.ts'
import { aPerson, at, idFor, stampAt } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const [jean, grace, owen] = [idFor('Jean Oakes'), idFor('Grace'), idFor('Owen')]
const first = episodeIdOf(jean, 1)
const referralId = idFor('the referral')
const said: Omit<InputOf<'addReferral'>, 'personId'> = { source: 'practice', receivedOn: '2026-10-12', urgency: 'routine', agreed: 'yes' }
let worker: Acting

beforeEach(() => {
  worker = new Acting()
    .with('person', aPerson('Jean Oakes'))
    .with('colleague', { id: grace, name: 'Grace', role: 'linkWorker' }, { id: owen, name: 'Owen', role: 'linkWorker' })
    .with('referral', { id: referralId, personId: jean, ...said, at: at('09:00'), byId: grace })
})

describe('[story 20] two laptops without a network', () => {
  test('that accept one referral open one case and queue one code; who was given it last has it', () => {
    worker.now = at('10:31')
    worker.does('decideReferral', { referralId, decided: 'accepted', ownerId: grace })
    const theirs = { personId: jean, number: 1, openedOn: '2026-10-22', at: at('10:40'), byId: owen }
    worker.hears('episode', first, theirs, stampAt('10:40', 'Owen’s laptop'))
    const owned = { personId: jean, episodeId: first, ownerId: owen, at: at('10:40'), byId: owen }
    worker.hears('assignment', idFor('theirs'), owned, stampAt('10:40', 'Owen’s laptop'))
    const rows = [worker.sees('assignment', idFor('theirs'))!, worker.sees('assignment', idFor('new 1'))!]
    expect(ownerOf(rows)).toBe(owen)
    expect(openCaseOf([worker.sees('episode', first)!])?.number).toBe(1)
    expect(worker.sees('codedEvent', codedEventIdOf(first, 'referred'))).toMatchObject({ code: 'referred', voidedBecause: null })
  })

  test('of which one undoes what both did: the referral of the other waits again, and is accepted into a case of its own number', () => {
    worker.does('decideReferral', { referralId, decided: 'accepted', ownerId: grace })
    worker.hears('episode', first, { voidedBecause: 'a mistake' }, stampAt('11:00', 'Owen’s laptop'))
    expect(referralStateOf(worker.sees('referral', referralId)!, worker.sees('episode', first), [])).toBe('new')
    const again = worker.does('decideReferral', { referralId, decided: 'accepted', ownerId: grace })
    expect(again).toMatchObject({ ok: true, value: { episodeId: episodeIdOf(jean, 2), attached: false } })
  })

  test('of which one closes the case while the other attaches a referral to it: that referral waits again', () => {
    worker.does('decideReferral', { referralId, decided: 'accepted', ownerId: grace })
    const added = worker.does('addReferral', { personId: jean, ...said })
    const second = added.ok ? added.value.referralId : ''
    worker.does('decideReferral', { referralId: second, decided: 'accepted' })
    expect(worker.sees('referral', second)).toMatchObject({ decided: 'attached', episodeId: first })
    worker.hears('episode', first, { closedAs: 'moved', closedOn: '2026-10-21' }, stampAt('11:00', 'Owen’s laptop'))
    expect(referralStateOf(worker.sees('referral', second)!, worker.sees('episode', first), [])).toBe('new')
    expect(worker.does('decideReferral', { referralId: second, decided: 'accepted', ownerId: owen })).toMatchObject({ ok: true })
  })

  test('of which one hands a case over while the other gives it to somebody: the later one holds, and the earlier stays in the history', () => {
    worker.does('decideReferral', { referralId, decided: 'accepted', ownerId: grace })
    worker.now = at('10:45')
    const other = { personId: jean, episodeId: first, ownerId: owen, at: at('10:50'), byId: owen }
    worker.does('assignCase', { episodeId: first, ownerId: owen, note: 'Call after four' })
    worker.hears('assignment', idFor('later'), { ...other, ownerId: grace }, stampAt('10:50', 'Owen’s laptop'))
    const all = ['new 1', 'new 2', 'later'].flatMap((name) => worker.sees('assignment', idFor(name)) ?? [])
    expect([all.length, ownerOf(all)]).toEqual([3, grace])
  })
})
