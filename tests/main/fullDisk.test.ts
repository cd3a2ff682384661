import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openJournal, type Journal } from '../../src/main/journal/journal.ts'
import { until } from '../support/until.ts'

/** A disk of 1 MB in memory; only root on Linux may make one. tests/run.ts says so where it was left out. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0
const sizes = { segmentBytes: 64 * 1024, reserveBytes: 256 * 1024 }
const frame = new Uint8Array(8 * 1024).fill(1)

describe.runIf(canMount)('on a disk that fills up', () => {
  let disk: string
  let journal: Journal

  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), 'gather-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk])
    journal = openJournal(join(disk, 'journal'), sizes)
    await journal.read()
    await journal.dropTo(0)
    await until(() => existsSync(reserve())) // it is set aside behind that: filled up before, the disk has no room for it
  })
  afterEach(async () => {
    await journal.close()
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  })

  const reserve = () => join(disk, 'journal', 'reserve')
  const filler = () => join(disk, 'filler')

  /** Somebody's film takes all that is left. */
  function fill(): void {
    for (const bytes of [64 * 1024, 4096, 1]) {
      try {
        for (;;) appendFileSync(filler(), Buffer.alloc(bytes))
      } catch {
        // full for pieces of this size
      }
    }
  }

  /** Appends until the journal says no; answers how often it said yes. */
  async function appendUntilRefused(from: number): Promise<{ last: number; reason: string }> {
    for (let n = from; ; n++) {
      const answer = await journal.append(frame, n, n)
      if (!answer.ok) return { last: n - 1, reason: answer.reason }
    }
  }

  test('lives on its reserve, then says that the disk is full, and has everything it said yes to', async () => {
    expect((await journal.append(frame, 1, 1)).ok).toBe(true)
    fill()
    const { last, reason } = await appendUntilRefused(2)
    expect(reason).toBe('diskFull')
    expect(existsSync(reserve())).toBe(false)
    expect(last).toBeGreaterThan(25) // 256 KB of reserve hold some thirty frames
    expect((await journal.read()).map((one) => one.lastSequence)).toEqual(Array.from({ length: last }, (_, at) => at + 1))
  })

  test('goes on when there is room again, and sets a reserve aside again', async () => {
    fill()
    const { last } = await appendUntilRefused(1)
    rmSync(filler())
    expect((await journal.append(frame, last + 1, last + 1)).ok).toBe(true)
    await journal.dropTo(last + 1)
    await journal.close()
    expect(existsSync(reserve())).toBe(true)
  })

  test('[full disk] gives its reserve up for the store beside it, and not while there is room', async () => {
    rmSync(filler(), { force: true })
    await journal.append(frame, 1, 1)
    const before = [await journal.makeRoom(), existsSync(reserve())]
    fill()
    const after = [await journal.makeRoom(), existsSync(reserve()), await journal.makeRoom()]
    expect([before, after]).toEqual([
      [false, true],
      [true, false, false],
    ])
    appendFileSync(filler(), Buffer.alloc(200 * 1024)) // the store has its room
  })

  test('[full disk] sets a reserve aside again with the first append that finds room', async () => {
    fill()
    await journal.makeRoom()
    expect((await journal.append(frame, 1, 1)).ok).toBe(true)
    rmSync(filler())
    expect((await journal.append(frame, 2, 2)).ok).toBe(true)
    await journal.close()
    expect(existsSync(reserve())).toBe(true)
  })

  test('a frame it refused is not there afterwards', async () => {
    fill()
    const { last } = await appendUntilRefused(1)
    await journal.close()
    const again = openJournal(join(disk, 'journal'), sizes)
    expect((await again.read()).map((one) => one.lastSequence)).toEqual(Array.from({ length: last }, (_, at) => at + 1))
  })
})
