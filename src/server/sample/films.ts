import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { bytesOfPiece, pieceBytes, piecesOf, placeOfPiece } from '../../shared/rules/mediaPieces.ts'
import { expiryOf, useWording, type Use } from '../../shared/rules/mayUse.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import type { DatedDraft } from '../ownWriting.ts'
import type { Transaction } from '../sql/sql.ts'
import { readSampleFile, sampleId, sampleTeamId, type GroupKey, type SamplePerson } from './data.ts'

/** The two films of the case study: people of the walk, and a new mum with her baby. Drawn by tests/support/sampleClips.ts. */
interface Film {
  file: string
  title: string
  group: GroupKey
  /** The first people of the group who do not mind. */
  people: number
  baby?: string
  /** To what everybody in it agrees. */
  uses: readonly Use[]
  /** One of these, and where. */
  shownFor: Use
  where: string
}

const films: readonly Film[] = [
  {
    ...{ file: 'walkAndTalk.webm', title: 'Walk and Talk: what it does for us', group: 'W', people: 2 },
    ...{ uses: ['noticeboard', 'website'], shownFor: 'website', where: 'Our page, “What we do”' },
  },
  {
    ...{ file: 'buggyTalk.webm', title: 'Buggy Talk: a new mum tells', group: 'B', people: 1, baby: 'Otis' },
    ...{ uses: ['noticeboard'], shownFor: 'noticeboard', where: 'The screen in the waiting room' },
  },
]

const lead = sampleId('colleague', 'anita')

/** The rows of the films, the agreements of who is in them, and where each is shown. */
export function filmsOf(people: readonly SamplePerson[], today: PlainDate): DatedDraft[] {
  return films.flatMap((film) => {
    const inIt = people.flatMap((one, place) =>
      one.groups.includes(film.group) && one.photo !== 'no' && !one.isNew ? [sampleId('person', place)] : [],
    )
    return filmDrafts(film, inIt.slice(0, film.people), addDays(today, -16))
  })
}

function filmDrafts(film: Film, personIds: readonly string[], on: PlainDate): DatedDraft[] {
  const id = sampleId('media', film.file)
  const draft = (record: string, row: string, fields: DatedDraft['fields'], day: PlainDate): DatedDraft => {
    const atMs = Date.parse(`${day}T13:00:00Z`)
    return { record, row, fields: { ...fields, at: new Date(atMs).toISOString(), byId: lead }, atMs, actor: lead }
  }
  const agreement = (personId: string, use: Use, baby?: string) =>
    draft(
      'useAgreement',
      sampleId('useAgreement', film.file, personId, use, baby ?? ''),
      {
        ...{ personId, of: 'pictures', use, said: 'yes', how: 'paper', wording: useWording, on, expiresOn: expiryOf(on) },
        ...(baby ? { baby, agreedBy: 'parent' } : { agreedBy: 'self' }),
      },
      on,
    )
  const agreements = film.uses.flatMap((use) => [
    ...personIds.map((personId) => agreement(personId, use)),
    ...(film.baby ? personIds.map((personId) => agreement(personId, use, film.baby)) : []),
  ])
  const baby = film.baby ? { babiesOf: [...personIds], babyNames: personIds.map(() => film.baby as string) } : {}
  const about = { title: film.title, kind: 'video', fileName: film.file, mime: 'video/webm', takenOn: on, groupId: sampleId('group', film.group) }
  const shown = { ofId: id, use: film.shownFor, where: film.where, since: addDays(on, 2) }
  return [
    ...agreements,
    draft('media', id, { ...about, ...fileOf(film), personIds: [...personIds], ...baby }, addDays(on, 1)),
    draft('showing', sampleId('showing', film.file), shown, addDays(on, 2)),
  ]
}

function fileOf({ file }: Film): { bytes: number; digest: string; pieceBytes: number; key: string } {
  const clear = readSampleFile(file)
  const digests = pieces(clear).map((piece) => createHash('sha256').update(piece).digest())
  const digest = createHash('sha256').update(Buffer.concat(digests)).digest('hex')
  return { bytes: clear.length, digest, pieceBytes, key: keyOf(file).toString('base64') }
}

/** The same on every server, so that the rows are too. A clip that is published hides nothing. */
function keyOf(file: string): Buffer {
  return createHash('sha256').update(`gather sample ${file}`).digest()
}

function pieces(clear: Buffer): Buffer[] {
  return Array.from({ length: piecesOf(clear.length) }, (_, nth) => {
    const from = nth * pieceBytes
    return clear.subarray(from, from + bytesOfPiece(clear.length, nth))
  })
}

/** Puts the sealed pieces of the films where laptops fetch them. */
export async function writeFilms(tx: Transaction): Promise<void> {
  for (const { file } of films) {
    const [media, all] = [sampleId('media', file), pieces(readSampleFile(file))]
    for (const [number, piece] of all.entries()) {
      const sealed = sealPiece(keyOf(file), placeOfPiece(media, number, all.length), piece)
      await tx.query(`insert into media_piece (team, media, number, bytes, sealed) values ($1, $2, $3, $4, decode($5, 'base64'))`, [
        sampleTeamId,
        media,
        number,
        sealed.length,
        sealed.toString('base64'),
      ])
    }
  }
}

function sealPiece(key: Buffer, place: string, clear: Buffer): Buffer {
  const iv = randomBytes(12)
  const sealing = createCipheriv('aes-256-gcm', key, iv)
  sealing.setAAD(Buffer.from(place))
  return Buffer.concat([iv, sealing.update(clear), sealing.final(), sealing.getAuthTag()])
}
