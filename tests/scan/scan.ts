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
  const wanted = byStart(words.filter((word) => word.length >= 5))
  const place = new Map(words.map((word, at) => [word, at]))
  const inOrder = (a: Hit, b: Hit) => (place.get(a.word) ?? 0) - (place.get(b.word) ?? 0)
  const seen = new Set<string>()
  const hits: Hit[] = []
  for (let more = filesUnder(folder); more.length > 0; more = filesUnder(folder).filter((file) => !seen.has(file))) {
    for (const file of more) {
      seen.add(file)
      const found = hitsIn(file, wanted, read).sort(inOrder)
      hits.push(...found.map((hit) => ({ ...hit, file: relative(folder, file) })))
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

/** Every spelling, by its first two bytes. */
type Wanted = ({ word: string; bytes: Buffer }[] | undefined)[]

/** One pass looks for all: asked for one by one, five hundred names were looked for in each file fifteen hundred times: ten seconds of a core for one laptop. */
function byStart(words: readonly string[]): Wanted {
  const wanted: Wanted = Array.from({ length: 65_536 })
  for (const word of words) for (const bytes of spellings(word)) (wanted[bytes.readUInt16LE(0)] ??= []).push({ word, bytes })
  return wanted
}

function hitsIn(file: string, wanted: Wanted, read: Read): Hit[] {
  const whole = unlessGone(() => read(file))
  if (!whole) return []
  const found = [...wordsIn(whole, wanted)].map((word): Hit => ({ file, word, how: 'as it is' }))
  const inside = new Set(insides(whole).flatMap((one) => [...wordsIn(one, wanted)]))
  return [...found, ...[...inside].map((word): Hit => ({ file, word, how: 'in a compressed block' }))]
}

function wordsIn(part: Buffer, wanted: Wanted): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + 1 < part.length; at++)
    for (const { word, bytes } of wanted[part[at]! | (part[at + 1]! << 8)] ?? [])
      if (part[at + 2] === bytes[2] && part.compare(bytes, 0, bytes.length, at, Math.min(at + bytes.length, part.length)) === 0) found.add(word)
  return found
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
