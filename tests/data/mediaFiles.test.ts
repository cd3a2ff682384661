import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { after } from '../../src/renderer/data/after.ts'
import { pieceSealer } from '../../src/renderer/data/media/pieceSeal.ts'
import { openDatabase, setAside } from '../../src/renderer/data/openDatabase.ts'
import { FileBox } from '../../src/renderer/data/media/fileBox.ts'
import { pieceBytes } from '../../src/shared/rules/mediaPieces.ts'
import { fail, ok } from '../../src/shared/std/result.ts'
import { aPerson, idFor } from '../support/builders.ts'
import { scan } from '../scan/scan.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'
import { aPng, saysItHas, toAdd } from '../support/pictures.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const [one, two] = [idFor('film'), idFor('another film')]

describe('[SY44] pieces of a file', () => {
  test('each opens in its place alone: not in another, not in another file, not in a shorter one, not changed', async () => {
    const sealer = await pieceSealer(one, key, 2)
    const clear = new Uint8Array([1, 2, 3])
    const sealed = await sealer.seal(0, clear)
    expect(await sealer.open(0, sealed)).toEqual(clear)
    expect(sealed).not.toEqual(await sealer.seal(0, clear)) // never twice the same
    const changed = sealed.slice()
    changed[13]! ^= 1
    const wrong = [
      sealer.open(1, sealed),
      (await pieceSealer(two, key, 2)).open(0, sealed),
      (await pieceSealer(one, key, 1)).open(0, sealed),
      (await pieceSealer(one, Buffer.alloc(32, 8).toString('base64'), 2)).open(0, sealed),
      sealer.open(0, changed),
    ]
    expect((await Promise.allSettled(wrong)).map(({ status }) => status)).toEqual(wrong.map(() => 'rejected'))
  })
})

const pdf = new TextEncoder().encode('%PDF-1.7, cut short')
const people = { person: [aPerson('Jean Oakes')] }
const add = (laptop: TestLaptop, ...given: Parameters<typeof toAdd>) => laptop.laptop.addMediaFile(toAdd(...given))
const nothingKept = async ({ store }: TestLaptop) => [await store.db.files.count(), await store.db.pieces.count(), store.memory.list('media').length]

describe('adding a picture or film', () => {
  test('it is sealed in pieces, nothing of it lies in clear, and it opens again after a restart with no network', async () => {
    const laptop = await laptopWith(people)
    const picture = aPng(pieceBytes + 5000, 'BandstandCanary')
    const added = await add(laptop, picture)
    const { mediaId } = (added.ok && 'mediaId' in added.value && added.value) || { mediaId: '' }
    const stored = await laptop.store.db.pieces.toArray()
    expect(stored.map(({ key }) => key)).toEqual([`${mediaId}/000000`, `${mediaId}/000001`])
    expect(Buffer.concat(stored.map(({ sealed }) => sealed)).includes('BandstandCanary')).toBe(false)
    await laptop.restart()
    const got = await laptop.laptop.lookAtMedia({ mediaId })
    expect(got.ok && Buffer.from(await got.value.arrayBuffer()).equals(picture)).toBe(true)
    expect((await laptop.view('mediaOne', { mediaId }))?.file).toMatchObject({ state: 'toSend', have: 2, of: 2, sent: 0 })
  })

  test('the scan for what lies in clear finds a film that is put beside the store, and none in it', async () => {
    const laptop = await laptopWith(people)
    const picture = aPng(pieceBytes, 'A bandstand in May, ')
    await add(laptop, picture)
    const folder = mkdtempSync(join(tmpdir(), 'gather-media-'))
    for (const [nth, { sealed }] of (await laptop.store.db.pieces.toArray()).entries()) writeFileSync(join(folder, `${nth}.ldb`), sealed)
    expect(scan(folder, ['A bandstand in May'])).toEqual([])
    writeFileSync(join(folder, 'planted.tmp'), picture)
    expect(scan(folder, ['A bandstand in May']).map(({ file }) => file)).toEqual(['planted.tmp'])
    rmSync(folder, { recursive: true })
  })

  test('what is too large, empty, of another kind, or of no name is refused, and nothing half kept', async () => {
    const laptop = await laptopWith(people)
    expect(await add(laptop, aPng(10), { file: saysItHas(200 * 1024 * 1024 + 1, aPng(10)) })).toEqual(fail('tooLarge'))
    expect(await add(laptop, new Uint8Array())).toEqual(fail('empty'))
    expect(await add(laptop, aPng(10), { fileName: 'walk.mp4' })).toEqual(fail('wrongEnding'))
    expect(await add(laptop, aPng(10), { fileName: 'signed.pdf', file: saysItHas(90_000, pdf) })).toEqual(fail('unreadable'))
    expect(await add(laptop, aPng(10), { title: ' ' })).toEqual(fail('nameMissing'))
    expect(await nothingKept(laptop)).toEqual([0, 0, 0])
  })

  test('a disk without room for it and for registers, and one that refuses in the middle: nothing half kept', async () => {
    const laptop = await laptopWith(people)
    laptop.host.freeBytes = 400e6
    expect(await add(laptop, aPng(10))).toEqual(fail('diskTooFull'))
    laptop.host.freeBytes = 100e9
    const mend = laptop.storeRefuses()
    expect((await add(laptop, aPng(pieceBytes * 2))).ok).toBe(false)
    mend()
    await laptop.restart()
    expect(await nothingKept(laptop)).toEqual([0, 0, 0])
    expect((await add(laptop, aPng(10))).ok).toBe(true)
  })

  test('the same file twice is named; once it is destroyed it may come again', async () => {
    const laptop = await laptopWith(people)
    const first = await add(laptop, aPng(1000), { title: 'In May' })
    const { mediaId } = (first.ok && 'mediaId' in first.value && first.value) || { mediaId: '' }
    expect(await add(laptop, aPng(1000), { title: 'Again' })).toEqual(ok({ sameAs: { mediaId, title: 'In May' } }))
    expect(await laptop.store.db.pieces.count()).toBe(1)
    await laptop.does('removeMedia', { mediaId, because: 'Not wanted any more' })
    await expect.poll(() => nothingKept(laptop)).toEqual([0, 0, 1])
    expect((await add(laptop, aPng(1000), { title: 'Again' })).ok).toBe(true)
  })

  test('what a cut left half added is cleared away at the next start, and what only lacks its mark is kept', async () => {
    const laptop = await laptopWith(people)
    const first = await add(laptop, aPng(1000))
    const { mediaId } = (first.ok && 'mediaId' in first.value && first.value) || { mediaId: '' }
    await laptop.store.db.files.update(mediaId, { state: 'adding' })
    await laptop.store.db.files.put({ media: two, of: 3, have: 1, state: 'adding', sentIn: null })
    await laptop.store.db.pieces.put({ key: `${two}/000000`, sealed: new Uint8Array(5) })
    await laptop.restart()
    expect((await laptop.store.db.files.toArray()).map(({ media, state }) => [media, state])).toEqual([[mediaId, 'here']])
    expect(await laptop.store.db.pieces.count()).toBe(1)
  })

  test('[SY46] of a laptop that is to be emptied, a server that does not answer holds up nothing', async () => {
    const laptop = await laptopWith(people)
    await add(laptop, aPng(10))
    await laptop.exchange()
    let asked = 0
    laptop.host.network = ({ path }) => (path === '/media' && asked++, new Promise(() => {}))
    await laptop.laptop.files.sendLast(after(50))
    expect(asked).toBe(1)
  })

  test('a store that is set aside gives on what the server has not got', async () => {
    const device = idFor('a broken store')
    const db = await openDatabase(device)
    const box = new FileBox(db)
    await box.put({ media: one, of: 1, have: 0, state: 'here', sentIn: null }, new Uint8Array([9]))
    await box.put({ media: two, of: 1, have: 0, state: 'here', sentIn: 'epoch' }, new Uint8Array([8]))
    const next = await setAside(db, device)
    expect((await next.pieces.toArray()).map(({ key, sealed }) => [key, [...sealed]])).toEqual([[`${one}/000000`, [9]]])
    next.close()
  })
})
