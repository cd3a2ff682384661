import type { Entity } from '../../../shared/records/index.ts'
import { piecesOf } from '../../../shared/rules/mediaPieces.ts'
import { fail, ok, type Result } from '../../../shared/std/result.ts'
import type { LookTrouble } from '../../workerLink/mediaViews.ts'
import type { StoredFile } from '../database.ts'
import { keptFree } from './addFile.ts'
import { isWhole, type FileBox } from './fileBox.ts'
import { FileDigest } from './fileDigest.ts'
import { pieceSealer, type PieceSealer } from './pieceSeal.ts'

/** What looking at a file needs of the laptop. */
export interface LookPorts {
  box: FileBox
  freeSpace(): Promise<number | null>
  /** A sealed piece from the server. */
  fetch(media: string, number: number): Promise<Result<Uint8Array, LookTrouble>>
  /** The epoch of the server that it was fetched from. */
  epoch(): string | null
  wait(ms: number): Promise<void>
  onProgress(): void
  ended(): boolean
}

type Media = Entity<'media'>

/** Between two pieces: three films in a row would use up the calls of a minute, and the register has none left (server/limits.ts). Milliseconds. */
const pauseMs = 50

/**
 * The file, unsealed in memory and never on the disk; what is not here yet is fetched first, and kept sealed. Chromium holds what is
 * handed over in its own memory up to a fifth of the machine's, so one film at a time stays off the disk there too.
 */
export async function lookAtFile(ports: LookPorts, media: Media): Promise<Result<Blob, LookTrouble>> {
  const sealer = await pieceSealer(media.id, media.key, piecesOf(media.bytes, media.pieceBytes))
  const here = await fetchRest(ports, media, sealer)
  return here.ok ? unsealAll(ports, media, sealer) : here
}

/** Goes on where it stopped: pieces that came before a line broke or a laptop was shut stay. */
async function fetchRest({ box, ...ports }: LookPorts, media: Media, sealer: PieceSealer): Promise<Result<null, LookTrouble>> {
  const of = piecesOf(media.bytes, media.pieceBytes)
  let file: StoredFile = box.files.get(media.id) ?? { media: media.id, of, have: 0, state: 'here', sentIn: ports.epoch() }
  if (isWhole(file)) return ok(null)
  const free = await ports.freeSpace()
  if (free !== null && free < media.bytes + keptFree) return fail('diskTooFull')
  while (file.have < of) {
    if (ports.ended()) return fail('locked')
    if (file.have > 0) await ports.wait(pauseMs)
    const got = await ports.fetch(media.id, file.have)
    if (!got.ok) return got
    if (!(await opens(sealer, file.have, got.value))) return fail('damaged')
    const kept = await box.put(file, got.value).catch(() => null)
    if (!kept) return fail('notStored')
    file = kept
    ports.onProgress()
  }
  return ok(null)
}

function opens(sealer: PieceSealer, number: number, sealed: Uint8Array): Promise<boolean> {
  return sealer.open(number, sealed).then(
    () => true,
    () => false,
  )
}

async function unsealAll({ box, ended }: LookPorts, media: Media, sealer: PieceSealer): Promise<Result<Blob, LookTrouble>> {
  const [pieces, digest]: [Blob[], FileDigest] = [[], new FileDigest()]
  try {
    for (let number = 0; number < piecesOf(media.bytes, media.pieceBytes); number++) {
      if (ended()) return fail('locked')
      const clear = await sealer.open(number, await box.piece(media.id, number))
      await digest.add(clear)
      pieces.push(new Blob([clear]))
    }
  } catch {
    return fail('damaged')
  }
  return (await digest.end()) === media.digest ? ok(new Blob(pieces, { type: media.mime })) : fail('damaged')
}
