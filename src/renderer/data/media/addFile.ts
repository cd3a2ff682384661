import type { Reason } from '../../../shared/commands/reasons.ts'
import type { InputOf } from '../../../shared/commands/index.ts'
import { fileTypeOf, fileTypes, headBytes, type FileTypeName, type MediaTrouble } from '../../../shared/rules/mediaFiles.ts'
import { pieceBytes, piecesOf } from '../../../shared/rules/mediaPieces.ts'
import { fail, ok, type Result } from '../../../shared/std/result.ts'
import type { Added, MediaToAdd } from '../../workerLink/mediaViews.ts'
import { toBase64 } from '../base64.ts'
import type { StoredFile } from '../database.ts'
import type { FileBox } from './fileBox.ts'
import { FileDigest } from './fileDigest.ts'
import { pieceSealer } from './pieceSeal.ts'
import { withoutPlace } from './withoutPlace.ts'

/** What adding a file needs of the laptop. */
export interface AddPorts {
  box: FileBox
  /** Destroys what is here of a file, on a new line to the disk where a full one has cut the old. */
  drop(media: string): Promise<void>
  newId(): string
  /** Free bytes where the store lies; null where nobody knows. */
  freeSpace(): Promise<number | null>
  /** A picture or film that is there with this very file. */
  same(digest: string): { mediaId: string; title: string } | null
  write(input: InputOf<'addMedia'>): Promise<Result<unknown, Reason>>
  onProgress(done: number, of: number): void
  /** Nothing more is to be written: the laptop is being locked. */
  ended(): boolean
}

/** So much stays free for registers (sync-security 6.5: bulk stops there). Bytes. */
export const keptFree = 500 * 1024 * 1024

/**
 * Checks a file, seals it onto this laptop a piece at a time and writes its row behind it: whoever sees the row finds the file. What does
 * not end well leaves nothing behind, at the latest after the next start.
 */
export async function addFile(ports: AddPorts, asked: MediaToAdd): Promise<Result<Added, MediaTrouble | Reason>> {
  const type = await typeOf(asked)
  if (!type.ok) return type
  const clear = await withoutPlace(type.value, asked.file).catch(() => null)
  if (!clear) return fail('unreadable')
  const free = await ports.freeSpace()
  if (free !== null && free < clear.size + keptFree) return fail('diskTooFull')
  return sealIn(ports, asked, type.value, clear)
}

async function typeOf({ file, fileName }: MediaToAdd): Promise<Result<FileTypeName, MediaTrouble>> {
  const head = await file
    .slice(0, headBytes)
    .arrayBuffer()
    .catch(() => null)
  return head ? fileTypeOf(fileName, file.size, new Uint8Array(head)) : fail('unreadable')
}

async function sealIn(ports: AddPorts, asked: MediaToAdd, type: FileTypeName, clear: Blob): Promise<Result<Added, MediaTrouble | Reason>> {
  const mediaId = ports.newId()
  const key = toBase64(crypto.getRandomValues(new Uint8Array(32)))
  const stored = await storeAll(ports, mediaId, key, clear)
  const same = stored.ok ? ports.same(stored.value) : null
  if (!stored.ok || same) {
    await ports.drop(mediaId).catch(() => {}) // else the next start does
    return stored.ok && same ? ok({ sameAs: same }) : (stored as Result<never, MediaTrouble>)
  }
  const { title, fileName, takenOn, groupId, sessionId } = asked
  const file = { kind: fileTypes[type].kind, mime: fileTypes[type].mime, bytes: clear.size, digest: stored.value, pieceBytes, key }
  const written = await ports.write({ mediaId, title, fileName, ...file, takenOn, groupId, sessionId })
  if (!written.ok) {
    await ports.drop(mediaId).catch(() => {})
    return written
  }
  await ports.box.note({ ...ports.box.files.get(mediaId)!, state: 'here' }).catch(() => {}) // else the next start does: its row is there
  return ok({ mediaId })
}

/** Seals every piece onto the disk. Answers the digest of the whole. One piece is in memory at a time. */
async function storeAll(ports: AddPorts, mediaId: string, key: string, clear: Blob): Promise<Result<string, MediaTrouble | Reason>> {
  const of = piecesOf(clear.size)
  const [sealer, digest] = [await pieceSealer(mediaId, key, of), new FileDigest()]
  let file: StoredFile = { media: mediaId, of, have: 0, state: 'adding', sentIn: null }
  for (let number = 0; number < of; number++) {
    if (ports.ended()) return fail('locked')
    const piece = await pieceIn(clear, number)
    if (!piece) return fail('unreadable')
    await digest.add(piece)
    const sealed = await sealer.seal(number, piece)
    const kept = await ports.box.put(file, sealed).catch(() => null)
    if (!kept) return fail('notStored')
    file = kept
    ports.onProgress(Math.min((number + 1) * pieceBytes, clear.size), clear.size)
  }
  return ok(await digest.end())
}

/** Null when the file was changed or taken away while it was read. */
async function pieceIn(clear: Blob, number: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const from = number * pieceBytes
  const bytes = await clear
    .slice(from, from + pieceBytes)
    .arrayBuffer()
    .catch(() => null)
  return bytes && bytes.byteLength === Math.min(pieceBytes, clear.size - from) ? new Uint8Array(bytes) : null
}
