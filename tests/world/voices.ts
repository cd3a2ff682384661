import type { Entity } from '../../src/shared/records/index.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { at, idFor, sessionId, thursday, which, type Known } from '../support/builders.ts'

const marcus = idFor('Marcus Bright')
const groupId = idFor('Walk and Talk')
const written = (date: string) => ({ at: at('14:00', date), byId: marcus })

/** Who is in pictures, with a baby; whose story is told; who said no. */
export const inPictures = 'Ivy Pemberton'
const saidNo = 'Gurpreet Sandhu'
export const ivysStory = idFor('story of Ivy')

function aVoice(nth: number, more: Partial<Entity<'voice'>>): Entity<'voice'> {
  const date = addDays(thursday, -7 * (1 + (nth % 8)))
  return { id: idFor(`voice ${nth}`), groupId, sessionId: sessionId(which('Walk and Talk', date)), on: date, said: 'kiosk', ...more }
}

/** Faces of eight walks: four or five at each, so that some months may be told apart and some not. */
function faces(): Entity<'mood'>[] {
  return [5, 4, 4, 3, 5, 4, 2, 5, 4, 4, 1, 5, 3, 4, 5, 4, 5, 4, 3, 5, 4, 4].map((today, nth) => {
    const date = addDays(thursday, -7 * (1 + (nth % 8)))
    return { id: idFor(`face ${nth}`), sessionId: sessionId(which('Walk and Talk', date)), today, on: date }
  })
}

function voices(): Entity<'voice'>[] {
  const told: Partial<Entity<'voice'>>[] = [
    { change: 'better', wishes: ['moreOften'], words: 'I used to be dead tired by noon. Now I walk to the shop and back.' },
    { change: 'better', wishes: ['asItIs'] },
    { change: 'same', wishes: ['otherTime'], words: 'Something after work, please' },
    { change: 'better', wishes: ['asItIs', 'somethingElse'], words: 'Singing' },
    { change: 'harder', wishes: ['easier'] },
    { change: 'better', words: 'The people. You are not asked how you are, and then you tell.' },
    { change: 'harder', forLead: true, leadWords: 'He takes my card so that I do not spend it. I am scared of him.' },
    { forLead: true, leadWords: 'Please call me about the lift home: 07700 900 733' },
    {
      ...{ change: 'same', forLead: true, leadWords: 'Somebody shouted at me by the gate', lookedBy: idFor('Sunita Rao') },
      ...{ lookedAt: at('15:00', '2026-10-16'), lookedWords: 'Spoke to Priya; it was another group in the park.' },
    },
  ]
  return told.map((one, nth) => aVoice(nth, one))
}

function agreement(nth: number, name: string, more: Partial<Entity<'useAgreement'>>): Entity<'useAgreement'> {
  return {
    ...{ id: idFor(`agreement ${nth}`), personId: idFor(name), of: 'pictures', storyId: null, use: 'website', said: 'yes' },
    ...{ agreedBy: 'self', how: 'spoken', wording: 'use-1', on: '2026-05-04', expiresOn: '2031-05-04', ...written('2026-05-04') },
    ...more,
  }
}

function agreements(): Entity<'useAgreement'>[] {
  const words = { of: 'words', storyId: ivysStory, as: ['words', 'firstName'] } as const satisfies Partial<Entity<'useAgreement'>>
  const baby = { baby: 'Amira', agreedBy: 'parent', how: 'paper', signedAs: 'Ivy Pemberton' } as const
  const all: [string, Partial<Entity<'useAgreement'>>][] = [
    [inPictures, { use: 'noticeboard' }],
    [inPictures, { use: 'website', inTheirCare: true }],
    [inPictures, { use: 'press', said: 'no' }],
    [inPictures, { ...baby, use: 'noticeboard' }],
    [saidNo, { said: 'no', use: 'noticeboard' }],
    [inPictures, { ...words, as: ['words', 'firstName'], use: 'noticeboard' }],
    [inPictures, { ...words, as: ['words', 'firstName'], use: 'website' }],
    [inPictures, { ...words, as: ['words', 'firstName'], use: 'website', said: 'withdrawn', on: '2026-10-12', ...written('2026-10-12') }],
  ]
  return all.map(([name, more], nth) => agreement(nth, name, more))
}

function stories(): Pick<Known, 'story' | 'showing'> {
  const shown = (name: string, more: Partial<Entity<'showing'>>): Entity<'showing'> => ({
    ...{ id: idFor(name), ofId: ivysStory, use: 'website', where: name, since: '2026-05-11', ...written('2026-05-11') },
    ...more,
  })
  return {
    story: [
      {
        ...{ id: ivysStory, kind: 'quote', personId: idFor(inPictures), groupId, on: '2026-05-04', ...written('2026-05-04') },
        words: 'I came for my knee, and I stayed for the people. I have not had to see the doctor since Easter.',
      },
      {
        ...{ id: idFor('story of nobody'), kind: 'story', personId: null, groupId, on: '2026-06-11', ...written('2026-06-11') },
        words:
          'I had not left the house for a year but for the shop. The first time I stood by the gate and went home again. The third time somebody came over.',
      },
    ],
    showing: [
      shown('Our page about the walk', {}),
      shown('The board in the waiting room', { use: 'noticeboard' }),
      shown('Our page of June', {
        since: '2026-06-01',
        ended: 'takenDown',
        endedOn: '2026-10-13',
        endedBy: marcus,
        endedWords: 'Asked Tom to change it',
      }),
    ],
  }
}

/** What people said of the walk, two stories, and what somebody agreed for pictures, as the surgery has them. */
export function voicesAndStories(): Known {
  return { voice: voices(), mood: faces(), useAgreement: agreements(), ...stories() }
}
