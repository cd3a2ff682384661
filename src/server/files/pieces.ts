import type { MediaState } from '../../shared/sync/media.ts'
import { Refusal } from '../errors.ts'
import type { Transaction } from '../sql/sql.ts'
import type { FileRow } from './fileRow.ts'

/** How far a file has come: the first piece that is not here. */
export async function stateOf(tx: Transaction, team: string, { id, of }: FileRow): Promise<MediaState> {
  const [found] = await tx.query<{ next: number | null }>(
    `select min(n) as next from generate_series(0, $3::int - 1) as n
     where not exists (select 1 from media_piece where team = $1 and media = $2 and number = n)`,
    [team, id, of],
  )
  return { next: found?.next ?? of, of }
}

/** Keeps a piece; one that is here already stays as it is. Throws `Refusal` teamFilesFull before the first of a file for which there is no room. */
export async function keepPiece(tx: Transaction, team: string, file: FileRow, number: number, sealed: Buffer, most: number): Promise<void> {
  if ((await bytesOfOthers(tx, team, file.id)) + file.bytes > most) throw new Refusal('teamFilesFull')
  await tx.query(
    `insert into media_piece (team, media, number, bytes, sealed) values ($1, $2, $3, $4, decode($5, 'base64'))
     on conflict (team, media, number) do nothing`,
    [team, file.id, number, sealed.length, sealed.toString('base64')],
  )
}

async function bytesOfOthers(tx: Transaction, team: string, id: string): Promise<number> {
  const [found] = await tx.query<{ bytes: number }>(
    `select coalesce(sum(bytes), 0)::bigint as bytes from media_piece where team = $1 and media <> $2`,
    [team, id],
  )
  return found?.bytes ?? 0
}

/** A piece as it came, base64. Throws `Refusal` pieceMissing. */
export async function pieceOf(tx: Transaction, team: string, id: string, number: number): Promise<string> {
  const [found] = await tx.query<{ sealed: string }>(
    `select translate(encode(sealed, 'base64'), E'\\n', '') as sealed from media_piece where team = $1 and media = $2 and number = $3`,
    [team, id, number],
  )
  if (!found) throw new Refusal('pieceMissing')
  return found.sealed
}

/** Destroys the files of rows that say so: in the transaction that takes the word in. */
export async function dropPieces(tx: Transaction, team: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query('delete from media_piece where team = $1 and media = any($2::uuid[])', [team, [...ids]])
}
