import type { Database, StoredFile } from '../database.ts'

/**
 * The sealed pieces of files on this laptop, in tables of their own, so that no row waits for a film. Each piece is flushed before the
 * next one is read: what is said to be here is here.
 */
export class FileBox {
  /** What is here of each file, by its id. A few dozen lines. */
  readonly files = new Map<string, StoredFile>()
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async open(): Promise<void> {
    for (const file of await this.db.files.toArray()) this.files.set(file.media, file)
  }

  /** Changes what is known of a file. */
  async note(file: StoredFile): Promise<void> {
    await this.db.files.put(file)
    this.files.set(file.media, file)
  }

  /** Keeps the next piece of a file: piece and count stand together or not at all. */
  async put(file: StoredFile, sealed: Uint8Array): Promise<StoredFile> {
    const next = { ...file, have: file.have + 1 }
    const { db } = this
    await db.transaction('rw', [db.files, db.pieces], () =>
      Promise.all([db.pieces.put({ key: keyOfPiece(file.media, file.have), sealed }), db.files.put(next)]),
    )
    this.files.set(next.media, next)
    return next
  }

  /** A sealed piece. Throws when it is not here. */
  async piece(media: string, number: number): Promise<Uint8Array> {
    const found = await this.db.pieces.get(keyOfPiece(media, number))
    if (!found) throw new Error('a piece is missing')
    return found.sealed
  }

  /** Destroys what is here of a file. */
  async drop(media: string): Promise<void> {
    const { db } = this
    await db.transaction('rw', [db.files, db.pieces], () =>
      Promise.all([db.files.delete(media), db.pieces.where(':id').between(`${media}/`, `${media}0`, true, false).delete()]),
    )
    this.files.delete(media)
  }
}

/** Whether all of it is here. */
export function isWhole(file: StoredFile | undefined): file is StoredFile {
  return file !== undefined && file.state !== 'adding' && file.have === file.of
}

function keyOfPiece(media: string, number: number): string {
  return `${media}/${String(number).padStart(6, '0')}`
}

/**
 * Carries files that the server has not got from a store that is set aside to the next one, a piece at a time. What cannot be read is
 * left behind.
 */
export async function carryFiles(from: Database, to: Database): Promise<void> {
  const [old, next] = [new FileBox(from), new FileBox(to)]
  await old.open()
  for (const file of old.files.values()) {
    if (file.sentIn !== null) continue
    let carried: StoredFile = { ...file, have: 0 }
    try {
      while (carried.have < file.have) carried = await next.put(carried, await old.piece(file.media, carried.have))
    } catch {
      await next.drop(file.media)
    }
  }
}
