import { appendFile, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeFrames, encodeFrame } from '../../src/shared/journal/frame.ts'
import { openJournal } from '../../src/main/journal/journal.ts'

const small = { segmentBytes: 300, reserveBytes: 4096 }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-journal-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const sealed = (fill: number, length = 40) => new Uint8Array(length).fill(fill)
const sequences = (frames: { lastSequence: number }[]) => frames.map((frame) => frame.lastSequence)
const segmentsIn = async () => (await readdir(folder)).filter((name) => name.endsWith('.journal')).sort()
const first = async () => join(folder, (await segmentsIn())[0] ?? '')

/** A folder with frames 1 … count of 40 bytes each, closed. */
async function written(count: number, sizes = { ...small, segmentBytes: 1_000_000 }): Promise<void> {
  const journal = openJournal(folder, sizes)
  for (let n = 1; n <= count; n++) expect(await journal.append(sealed(n), n, n)).toEqual({ ok: true, value: null })
  await journal.close()
}

test('gives back what it was given, oldest first, also after it was opened anew', async () => {
  const journal = openJournal(folder, small)
  await journal.append(sealed(7), 1, 3)
  await journal.append(sealed(8), 4, 4)
  const expected = [
    { firstSequence: 1, lastSequence: 3, frame: sealed(7) },
    { firstSequence: 4, lastSequence: 4, frame: sealed(8) },
  ]
  expect(await journal.read()).toEqual(expected)
  await journal.close()
  expect(await openJournal(folder, small).read()).toEqual(expected)
})

test('an end torn at any byte costs only the torn frame, and nothing is written behind it', async () => {
  await written(3)
  const whole = await readFile(await first())
  const frameBytes = whole.length / 3
  for (let cut = 2 * frameBytes; cut < whole.length; cut++) {
    await rm(folder, { recursive: true })
    await openJournal(folder, small).read()
    await writeFile(join(folder, '00000001.journal'), whole.subarray(0, cut))
    const journal = openJournal(folder, small)
    expect(sequences(await journal.read())).toEqual([1, 2])
    await journal.append(sealed(9), 3, 3)
    expect(sequences(await journal.read())).toEqual([1, 2, 3])
    expect((await readFile(join(folder, '00000001.journal'))).length).toBe(cut)
    await journal.close()
  }
})

test('a flipped bit anywhere costs only the frame it is in', async () => {
  await written(3)
  const whole = await readFile(await first())
  const frameBytes = whole.length / 3
  for (let at = 0; at < whole.length; at++) {
    const hurt = Buffer.from(whole)
    hurt[at] = (hurt[at] ?? 0) ^ (1 << (at % 8))
    const struck = Math.floor(at / frameBytes) + 1
    expect(sequences(decodeFrames(hurt))).toEqual([1, 2, 3].filter((n) => n !== struck))
  }
})

test('noise before, between and after frames is passed over', () => {
  const bytes = () => fc.uint8Array({ maxLength: 60 })
  fc.assert(
    fc.property(fc.array(fc.tuple(bytes(), bytes()), { maxLength: 6 }), bytes(), (pieces, end) => {
      const segment = Buffer.concat([
        ...pieces.flatMap(([noise, frame], at) => [noise, encodeFrame({ firstSequence: at, lastSequence: at, frame })]),
        end,
      ])
      expect(decodeFrames(segment).map(({ frame }) => [...frame])).toEqual(pieces.map(([, frame]) => [...frame]))
    }),
  )
})

test('begins a new segment when one is full and forgets whole segments only', async () => {
  await written(12, small) // 60 bytes a frame, five to a segment
  expect(await segmentsIn()).toHaveLength(3)
  const journal = openJournal(folder, small)
  await journal.dropTo(7)
  expect(sequences(await journal.read())).toEqual([6, 7, 8, 9, 10, 11, 12])
  await journal.dropTo(10)
  expect(sequences(await journal.read())).toEqual([11, 12])
  await journal.dropTo(12)
  expect(await segmentsIn()).toEqual([])
})

test('goes on after everything was forgotten, the segment being written to included', async () => {
  const journal = openJournal(folder, small)
  await journal.append(sealed(1), 1, 1)
  await journal.dropTo(1)
  await journal.append(sealed(2), 2, 2)
  expect(sequences(await journal.read())).toEqual([2])
})

test('keeps the order of appends that were not waited for', async () => {
  const journal = openJournal(folder, small)
  await Promise.all(Array.from({ length: 30 }, (_, at) => journal.append(sealed(at), at + 1, at + 1)))
  expect(sequences(await journal.read())).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
})

test('never writes into a segment of an earlier run', async () => {
  await written(1)
  const before = await readFile(await first())
  await appendFile(await first(), 'torn')
  await written(1)
  expect(await segmentsIn()).toHaveLength(2)
  await truncate(await first(), before.length)
  expect(await readFile(await first())).toEqual(before)
})

test('sets its reserve aside, in real bytes', async () => {
  const journal = openJournal(folder, small)
  await journal.read()
  await journal.close() // waits its turn behind the reserve
  expect((await readFile(join(folder, 'reserve'))).length).toBe(small.reserveBytes)
})

test('says so when the disk does not take it', async () => {
  const journal = openJournal(join(folder, 'file', 'journal'), small)
  await writeFile(join(folder, 'file'), 'in the way')
  expect(await journal.append(sealed(1), 1, 1)).toEqual({ ok: false, reason: 'failed' })
})

test('[SY42] puts frames in the place of others: what was in them is in no file any more, and what is written next follows', async () => {
  await written(3)
  const journal = openJournal(folder, small)
  await journal.append(sealed(4), 4, 5)
  const there = async () => Buffer.concat(await Promise.all((await segmentsIn()).map((name) => readFile(join(folder, name)))))
  expect((await there()).includes(Buffer.from(sealed(2)))).toBe(true)
  await journal.replace([
    { firstSequence: 2, lastSequence: 2, frame: sealed(8, 20) },
    { firstSequence: 4, lastSequence: 5, frame: sealed(9, 30) },
    { firstSequence: 4, lastSequence: 4, frame: sealed(7) }, // no such frame
  ])
  await journal.append(sealed(6), 6, 6)
  const expected = [sealed(1), sealed(8, 20), sealed(3), sealed(9, 30), sealed(6)]
  expect((await journal.read()).map((one) => one.frame)).toEqual(expected)
  await journal.close()
  expect((await openJournal(folder, small).read()).map((one) => one.frame)).toEqual(expected)
  for (const gone of [2, 4]) expect((await there()).includes(Buffer.from(sealed(gone)))).toBe(false)
})

test('[SY42] a segment without such a frame is not touched', async () => {
  await written(2)
  const before = await stat(await first())
  const journal = openJournal(folder, small)
  await journal.replace([{ firstSequence: 1, lastSequence: 2, frame: sealed(9) }])
  expect((await stat(await first())).mtimeMs).toBe(before.mtimeMs)
  await journal.close()
})
