import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
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

/** How a file is read. A test takes files away under it here: a mocked `node:fs` is none for whoever has imported this before. */
type Read = (path: string) => Buffer

/**
 * Looks through every file under a folder for these words, also inside compressed LevelDB blocks and gzip. Words shorter
 * than five letters would be found by chance in sealed bytes: give whole names, numbers and sentences. The app may run
 * meanwhile: what it takes away is gone, what it makes or renames is looked at too.
 */
export function scan(folder: string, words: readonly string[], read: Read = (path) => readFileSync(path)): Hit[] {
  const wanted = words.filter((word) => word.length >= 5).map((word) => ({ word, bytes: spellings(word) }))
  const seen = new Set<string>()
  const hits: Hit[] = []
  for (let more = filesUnder(folder); more.length > 0; more = filesUnder(folder).filter((file) => !seen.has(file))) {
    for (const file of more) {
      seen.add(file)
      hits.push(...hitsIn(file, wanted, read).map((hit) => ({ ...hit, file: relative(folder, file) })))
    }
  }
  return hits
}

/** The files that there are to look through: a scan of nothing proves nothing. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isFile()) return [path]
    return entry.isDirectory() ? (unlessGone(() => filesUnder(path)) ?? []) : []
  })
}

function hitsIn(file: string, wanted: readonly { word: string; bytes: Buffer[] }[], read: Read): Hit[] {
  const whole = unlessGone(() => read(file))
  if (!whole) return []
  const parts: [Hit['how'], Buffer][] = [['as it is', whole], ...insides(whole).map((one): [Hit['how'], Buffer] => ['in a compressed block', one])]
  return wanted.flatMap(({ word, bytes }) => {
    const found = new Set(parts.filter(([, part]) => bytes.some((one) => part.includes(one))).map(([how]) => how))
    return [...found].map((how) => ({ file, word, how }))
  })
}

/** Null where the file or folder was taken away since it was seen. Any other trouble is thrown: it would hide words. */
function unlessGone<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function insides(whole: Buffer): Buffer[] {
  return whole[0] === 0x1f && whole[1] === 0x8b ? [...blocksOf(whole), unzipped(whole)] : blocksOf(whole)
}

/** As much of it as is there: whoever writes it may be half-way. */
function unzipped(whole: Buffer): Buffer {
  try {
    return gunzipSync(whole, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0) // no gzip after all, or torn in its head
  }
}
