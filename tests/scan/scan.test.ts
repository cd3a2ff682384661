import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { blocksOf } from './leveldb.ts'
import { filesUnder, scan } from './scan.ts'

const name = 'Margaret Ellison'
/** Scans while somebody does this before each file that is read. */
const scanWhile = (before: (path: string) => void) =>
  scan(folder, [name], (path) => {
    before(path)
    return readFileSync(path)
  })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-scan-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})
const write = (file: string, content: string | Buffer) => writeFileSync(join(folder, file), content)

describe('a scan of a folder whose app still runs', () => {
  test('passes over a file that is taken away under it, and looks at the rest', () => {
    write('1.log', name)
    write('2.log', name)
    expect(scanWhile((path) => path.endsWith('1.log') && rmSync(path)).map((hit) => hit.file)).toEqual(['2.log'])
  })

  test('looks at what was renamed under it', () => {
    write('1.tmp', name)
    const hits = scanWhile((path) => {
      if (!path.endsWith('1.tmp')) return
      rmSync(path)
      write('1.kept', name)
    })
    expect(hits.map((hit) => hit.file)).toEqual(['1.kept'])
  })

  test('is not passed by a folder that is not there', () => {
    expect(() => scan(join(folder, 'nowhere'), [name])).toThrow('ENOENT')
    expect(() => filesUnder(join(folder, 'nowhere'))).toThrow('ENOENT')
  })

  test('finds what stands in a gzip that is not written to its end, and breaks at none of its lengths', () => {
    const whole = gzipSync(`${name} ${'and many others, each a little different '.repeat(50)}`)
    const found = Array.from({ length: whole.length + 1 }, (_, length) => {
      write('half.gz', whole.subarray(0, length))
      return scan(folder, [name]).length
    })
    expect(found.lastIndexOf(0)).toBeLessThan(whole.length - 8) // behind its data stand a checksum and the length
    expect(found.at(-1)).toBe(1)
  })

  test('breaks at no table that is torn anywhere', () => {
    const footer = Buffer.alloc(48)
    Buffer.from('57fb808b247547db', 'hex').copy(footer, 40)
    for (let seed = 0; seed < 2000; seed++) {
      const torn = Buffer.concat([Buffer.from(Array.from({ length: 60 }, (_, at) => (seed * 31 + at * at * 7 + seed * at) % 256)), footer])
      for (let at = 0; at < 8; at++) torn[60 + at] = (seed * (at + 3) * 17) % 256
      expect(Array.isArray(blocksOf(torn))).toBe(true)
    }
  })
})
