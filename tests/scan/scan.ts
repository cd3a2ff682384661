import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { blocksOf } from './leveldb.ts'

/** A word that should not be there, and where it is. */
export interface Hit {
  file: string
  word: string
  how: 'as it is' | 'in a compressed block'
}

/** The ways a text may lie on disk: UTF-8, UTF-16 of either order, and Latin-1 as V8 writes short strings. */
function spellings(word: string): Buffer[] {
  const wide = Buffer.from(word, 'utf16le')
  const all = [Buffer.from(word, 'utf8'), wide, Buffer.from(wide).swap16(), Buffer.from(word, 'latin1')]
  return all.filter((one, at) => all.findIndex((other) => other.equals(one)) === at)
}

/**
 * Looks through every file under a folder for these words, also inside compressed LevelDB blocks and gzip. Words shorter
 * than five letters would be found by chance in sealed bytes: give whole names, numbers and sentences.
 */
export function scan(folder: string, words: readonly string[]): Hit[] {
  const wanted = words.filter((word) => word.length >= 5).map((word) => ({ word, bytes: spellings(word) }))
  return filesUnder(folder).flatMap((file) => {
    const whole = readFileSync(file)
    const parts: [Hit['how'], Buffer][] = [['as it is', whole], ...insides(whole).map((one): [Hit['how'], Buffer] => ['in a compressed block', one])]
    return wanted.flatMap(({ word, bytes }) => {
      const found = new Set(parts.filter(([, part]) => bytes.some((one) => part.includes(one))).map(([how]) => how))
      return [...found].map((how) => ({ file: relative(folder, file), word, how }))
    })
  })
}

/** How many files there are to look through: a scan of nothing proves nothing. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function insides(whole: Buffer): Buffer[] {
  const blocks = blocksOf(whole)
  if (whole[0] === 0x1f && whole[1] === 0x8b) blocks.push(gunzipSync(whole))
  return blocks
}
