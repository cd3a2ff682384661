import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../src/shared/commands/index.ts'
import { aPerson, idFor } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const [mediaId, jean, mo] = [idFor('film'), idFor('Jean Oakes'), idFor('Mo Tandy')]
let worker: Acting
beforeEach(() => {
  worker = new Acting().with('person', aPerson('Jean Oakes')).with('person', aPerson('Mo Tandy'))
  adds()
})

const film: InputOf<'addMedia'> = {
  ...{ mediaId, title: ' The walk in May ', kind: 'video', fileName: 'walk.mp4', mime: 'video/mp4', bytes: 41_000_000, pieceBytes: 524_288 },
  ...{ digest: '0'.repeat(64), key: `${'A'.repeat(43)}=`, takenOn: '2026-05-07', groupId: null, sessionId: null },
}
const adds = (more: Partial<InputOf<'addMedia'>> = {}) => worker.does('addMedia', { ...film, ...more })
const says = (personIds: string[], babies: { withId: string; name: string }[] = [], nobody = false) =>
  worker.does('sayWhoIsIn', { mediaId, personIds, babies, nobody })
const shows = (more: Partial<InputOf<'showMedia'>> = {}) =>
  worker.does('showMedia', { mediaId, use: 'website', where: 'Our page', since: '2026-10-20', ...more })
const agrees = (personId: string, more: Partial<InputOf<'recordUseAgreement'>> = {}) =>
  worker.does('recordUseAgreement', {
    ...{ personId, storyId: null, answers: [{ use: 'website', said: 'yes' }], agreedBy: 'self', how: 'spoken', signedAs: '' },
    ...{ on: '2026-10-22', expiresOn: '2031-10-22' },
    ...more,
  })
const now = () => worker.sees('media', mediaId)
const ok = { ok: true }

describe('[story 34] pictures and films', () => {
  test('one is called something, was taken on a day that has been, and is added once', () => {
    expect(now()).toMatchObject({ title: 'The walk in May', takenOn: '2026-05-07' })
    const other = { mediaId: idFor('other') }
    expect(adds({ ...other, title: ' ' })).toMatchObject({ reason: 'nameMissing' })
    expect(adds({ ...other, takenOn: '2026-10-23' })).toMatchObject({ reason: 'dateAhead' })
    expect(adds()).toMatchObject({ reason: 'nothingChanged' })
    expect(worker.does('changeMedia', { mediaId, title: 'The walk', takenOn: null, groupId: null })).toMatchObject(ok)
    expect(now()).toMatchObject({ title: 'The walk', takenOn: null })
  })

  test('somebody in it and nobody in it cannot both be; a baby has a name; the key takes it back to what was said before', () => {
    expect(says([jean], [], true)).toMatchObject({ reason: 'whoIsInUnclear' })
    expect(says([jean], [{ withId: mo, name: ' ' }])).toMatchObject({ reason: 'nameMissing' })
    expect(says([idFor('nobody we know')])).toMatchObject({ reason: 'noSuchPerson' })
    expect(says([jean, jean], [{ withId: mo, name: 'Otis' }])).toMatchObject({
      ok: true,
      value: { before: { personIds: [], babies: [], nobody: false } },
    })
    expect(now()).toMatchObject({ personIds: [jean], babiesOf: [mo], babyNames: ['Otis'], nobody: false })
    expect(says([jean], [{ withId: mo, name: 'Otis' }])).toMatchObject({ reason: 'nothingChanged' })
  })

  test('it is shown only where everybody in it agrees: nobody said who, one not asked, one refusal, a baby without a signature', () => {
    expect(shows()).toMatchObject({ reason: 'notAgreedToUse' })
    says([jean, mo])
    agrees(jean)
    expect(shows()).toMatchObject({ reason: 'notAgreedToUse' })
    agrees(mo, { answers: [{ use: 'website', said: 'no' }] })
    expect(shows()).toMatchObject({ reason: 'notAgreedToUse' })
    says([jean], [{ withId: jean, name: 'Otis' }])
    expect(shows()).toMatchObject({ reason: 'notAgreedToUse' })
    agrees(jean, { baby: 'Otis', agreedBy: 'parent', how: 'paper', signedAs: 'Jean Oakes' })
    expect(shows()).toMatchObject(ok)
    expect(shows({ use: 'press' })).toMatchObject({ reason: 'notAgreedToUse' })
    expect(shows({ where: '' })).toMatchObject({ reason: 'sayWhere' })
    expect(shows({ since: '2026-10-23' })).toMatchObject({ reason: 'dateAhead' })
  })

  test('where nobody can be known it may be shown for all, a signed paper nowhere', () => {
    says([], [], true)
    expect(shows({ use: 'national' })).toMatchObject(ok)
    const paper = idFor('paper')
    adds({ mediaId: paper, kind: 'paper' })
    worker.does('sayWhoIsIn', { mediaId: paper, personIds: [], babies: [], nobody: true })
    expect(shows({ mediaId: paper })).toMatchObject({ reason: 'notAgreedToUse' })
  })

  test('its file is destroyed with why, once it is shown nowhere; then nothing of it changes any more', () => {
    says([], [], true)
    const shown = shows()
    const destroys = (because: string) => worker.does('removeMedia', { mediaId, because })
    expect(destroys('')).toMatchObject({ reason: 'whyNeeded' })
    expect(destroys('Asked to')).toMatchObject({ reason: 'stillShown' })
    const showingId = shown.ok ? shown.value.showingId : ''
    worker.does('takeDown', { showingId, ended: 'takenDown', on: '2026-10-22', words: '' })
    expect(destroys('Asked to')).toMatchObject(ok)
    expect(now()).toMatchObject({ removedBecause: 'Asked to', removedBy: idFor('Tom') })
    for (const done of [says([jean]), shows(), destroys('Again')]) expect(done).toMatchObject({ reason: 'mediaRemoved' })
  })
})
