import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markBytes, NumberMark, type MarkFile } from '../../../src/shared/journal/numberMark.ts'
import { markedJournal } from '../../../src/shared/journal/markedJournal.ts'
import { ok } from '../../../src/shared/std/result.ts'

/** A file of which only what was flushed outlives a cut of power; a kill leaves all that was written. */
class Disk implements MarkFile {
  written = new Uint8Array(markBytes)
  flushed = new Uint8Array(markBytes)
  flushes = 0
  full = false
  write(bytes: Uint8Array, at: number): void {
    if (this.full) throw new Error('ENOSPC')
    this.written.set(bytes, at)
  }
  flush(): void {
    this.flushed = this.written.slice()
    this.flushes++
  }
  isOpen = true
  close(): void {
    this.isOpen = false
  }
}

async function write(mark: NumberMark, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number++) {
    await mark.before(number)
    mark.after(number)
  }
  await mark.settled()
}

test('knows nothing of a laptop that has written nothing', () => {
  expect(new NumberMark(new Disk(), new Uint8Array(markBytes)).known()).toEqual({ last: 0, ceiling: 0 })
})

test('[S17] after a kill it knows the very last number, after a cut of power one above all', async () => {
  const disk = new Disk()
  await write(new NumberMark(disk, disk.written), 1, 137)
  expect(new NumberMark(disk, disk.written).known().last).toBe(137)
  const { last, ceiling } = new NumberMark(disk, disk.flushed).known()
  expect([last <= 137, ceiling >= 137]).toEqual([true, true])
})

test('a flush for about fifty changes or more, and none of them waits for it but the first', async () => {
  const disk = new Disk()
  await write(new NumberMark(disk, disk.written), 1, 1000)
  expect(disk.flushes).toBeLessThanOrEqual(20)
})

test('whatever is killed, torn or cut, and however often: no number above the ceiling was ever given', async () => {
  const run = fc.record({ count: fc.integer({ min: 1, max: 250 }), end: fc.constantFrom('kill', 'cut'), tear: fc.option(fc.constantFrom(0, 1, 2)) })
  await fc.assert(
    fc.asyncProperty(fc.array(run, { maxLength: 6 }), async (runs) => {
      const disk = new Disk()
      let given = 0
      for (const { count, end } of runs) {
        const known = new NumberMark(disk, disk.written).known()
        expect(known.ceiling).toBeGreaterThanOrEqual(given)
        const mark = new NumberMark(disk, disk.written)
        await write(mark, given + 1, given + count)
        given += count
        if (end === 'cut') disk.written = disk.flushed.slice()
      }
    }),
    { seed: 17, numRuns: 50 },
  )
})

test('a torn slot costs what it held and not what the others hold', async () => {
  const disk = new Disk()
  await write(new NumberMark(disk, disk.written), 1, 260)
  for (const slot of [0, 1, 2]) {
    const torn = disk.written.slice()
    torn[slot * 4096 + 9]! ^= 1
    const { last, ceiling } = new NumberMark(disk, torn).known()
    expect([ceiling >= 260 || slot !== 2, last > 0]).toEqual([true, true])
    expect(Math.max(last, ceiling)).toBeGreaterThanOrEqual(260)
  }
})

test('a disk that refuses costs the promise and not the change', async () => {
  const disk = new Disk()
  const mark = new NumberMark(disk, disk.written)
  disk.full = true
  await write(mark, 1, 3)
  disk.full = false
  await write(mark, 4, 4)
  expect(new NumberMark(disk, disk.written).known()).toEqual({ last: 4, ceiling: 104 })
})

test('a laptop that becomes a device of its own lets go of the file of the old one, when all of it is written', async () => {
  const disks = new Map<string, Disk>()
  const journal = markedJournal(
    async () => ok(null),
    async (device) => {
      const disk = new Disk()
      disks.set(device, disk)
      return new NumberMark(disk, disk.written)
    },
  )
  await journal.journalNumbers('one')
  await journal.journalAppend(new Uint8Array(1), 1, 7)
  expect(await journal.journalNumbers('other')).toEqual({ last: 0, ceiling: 0 })
  const one = disks.get('one') as Disk
  await expect.poll(() => one.isOpen).toBe(false)
  expect([new NumberMark(one, one.written).known().last, disks.get('other')?.isOpen]).toEqual([7, true])
})
