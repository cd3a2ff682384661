import type { Entity } from '../../src/shared/records/index.ts'
import { at, idFor, type Known } from '../support/builders.ts'

const marcus = idFor('Marcus Bright')
const derek = idFor('Derek Holloway')
const written = (time: string, date: string) => ({ at: at(time, date), byId: marcus })

/** A film in which somebody does not agree any more; it is still shown in a waiting room. */
export const withdrawnFilm = idFor('film of the walk')
/** A picture with a parent and a baby for whom nobody has signed. */
export const buggyPicture = idFor('picture of buggies')

function aFile(id: string, date: string, more: Partial<Entity<'media'>>): Entity<'media'> {
  return {
    ...{ id, title: 'Bandstand in the frost', kind: 'picture', fileName: 'IMG_0412.jpg', mime: 'image/jpeg', bytes: 3_204_118 },
    ...{ digest: '0'.repeat(64), pieceBytes: 524_288, key: `${'A'.repeat(43)}=`, groupId: idFor('Walk and Talk') },
    ...written('15:10', date),
    ...more,
  }
}

function agreed(nth: number, use: Entity<'useAgreement'>['use'], said: Entity<'useAgreement'>['said'], on: string): Entity<'useAgreement'> {
  return {
    ...{ id: idFor(`film agreement ${nth}`), personId: derek, of: 'pictures', use, said, agreedBy: 'self', how: 'paper', wording: 'use-1', on },
    ...(said === 'yes' ? { expiresOn: '2031-05-07' } : {}),
    ...written('11:40', on),
  }
}

/** Pictures and films as the surgery has them, with what was agreed and where they are shown. */
export function pictures(): Known {
  return {
    media: [
      aFile(withdrawnFilm, '2026-05-07', {
        ...{ title: 'How the walk helps me', kind: 'video', fileName: 'walk and talk final.mp4', mime: 'video/mp4', bytes: 41_300_020 },
        ...{ takenOn: '2026-05-07', personIds: [derek] },
      }),
      aFile(idFor('picture of the frost'), '2026-01-15', { takenOn: '2026-01-15', nobody: true }),
      aFile(buggyPicture, '2026-09-02', {
        title: 'Buggies by the lake',
        personIds: [idFor('Mavis Oakes')],
        babiesOf: [idFor('Mavis Oakes')],
        babyNames: ['Otis'],
      }),
      aFile(idFor('a new picture'), '2026-10-20', { title: 'Tea at the café', groupId: null }),
      aFile(idFor('a signed paper'), '2026-05-07', {
        title: 'Consent sheet of 7 May',
        kind: 'paper',
        fileName: 'scan.pdf',
        mime: 'application/pdf',
        bytes: 214_000,
      }),
      aFile(idFor('a destroyed picture'), '2025-06-11', {
        title: 'Summer picnic',
        ...{ removedAt: at('09:00', '2026-02-03'), removedBy: marcus, removedBecause: 'Somebody in it asked us to' },
      }),
    ],
    useAgreement: [
      agreed(1, 'noticeboard', 'yes', '2026-05-07'),
      agreed(2, 'website', 'yes', '2026-05-07'),
      agreed(3, 'press', 'no', '2026-05-07'),
      agreed(4, 'website', 'withdrawn', '2026-10-12'),
    ],
    showing: [
      {
        id: idFor('film shown 1'),
        ofId: withdrawnFilm,
        use: 'website',
        where: 'Our page, “What we do”',
        since: '2026-05-20',
        ...written('10:00', '2026-05-20'),
      },
      {
        id: idFor('film shown 2'),
        ofId: withdrawnFilm,
        use: 'noticeboard',
        where: 'The screen in the waiting room',
        since: '2026-06-01',
        ...written('10:00', '2026-06-01'),
      },
      {
        ...{ id: idFor('film shown 3'), ofId: withdrawnFilm, use: 'noticeboard', where: 'Open day at the library', since: '2026-06-20' },
        ...{ ended: 'takenDown', endedOn: '2026-06-21', endedBy: marcus, endedWords: 'The day was over' },
        ...written('10:00', '2026-06-20'),
      },
    ],
  }
}
