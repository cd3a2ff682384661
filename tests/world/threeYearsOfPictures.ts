import type { LooseDraft } from '../../src/shared/changes/change.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { at, idFor, thursday, type Known } from '../support/builders.ts'
import { chanceOf, type Chance } from './threeYears.ts'

type Agreement = Entity<'useAgreement'>
type Made = Required<Pick<Known, 'useAgreement' | 'story' | 'media'>>

/** Pictures, words and what was agreed of them: what the surgery has, and what one laptop wrote that has not been heard yet. */
export interface Pictures {
  known: Made
  late: LooseDraft[]
}

const tom = idFor('Tom')
const day = '2026-03-02'
const written = { at: at('10:00', day), byId: tom }
const uses = ['noticeboard', 'website', 'press', 'national'] as const
/** The day on which it holds no more may be today, tomorrow, or none. */
const ends = ['2031-03-02', '2031-03-02', '2028-01-01', addDays(thursday, 1), thursday, '2026-05-01', null]
const mistake = (chance: Chance) => (chance.is(0.05) ? { voidedBecause: 'a mistake' } : {})

/** Of the first of these people: among them are those who were written down twice. */
export function threeYearsOfPictures(people: readonly Entity<'person'>[], seed: number): Pictures {
  const chance = chanceOf(seed)
  const made: Made = { useAgreement: [], story: [], media: [] }
  const some = people.slice(0, 120).map((one) => one.id)
  for (const id of some) {
    if (chance.is(0.8)) agrees(`pictures ${id}`, { personId: id, of: 'pictures' }, made, chance)
    if (chance.is(0.3))
      for (const baby of ['Otis', 'Una'].slice(0, 1 + chance.below(2))) agrees(`${baby} ${id}`, { personId: id, of: 'pictures', baby }, made, chance)
    if (chance.is(0.25)) tells(id, made, chance)
  }
  made.media = Array.from({ length: 90 }, (_, nth) => fileOf(nth, some, chance))
  made.media.push(...[0, 6, 12, 18, 24, 30, 36, 42, 48, 54].flatMap((nth) => withBoth(some.slice(nth, nth + 2), made)))
  const late = made.useAgreement.filter(() => chance.is(0.1))
  const drafts = late.map(({ id, ...fields }) => ({ record: 'useAgreement', row: id, fields }) as unknown as LooseDraft)
  return { known: { ...made, useAgreement: made.useAgreement.filter((one) => !late.includes(one)) }, late: drafts }
}

/** Of each use once or twice; of two answers of one moment one is no yes. */
function agrees(name: string, of: Pick<Agreement, 'personId' | 'of' | 'storyId' | 'baby'>, made: Made, chance: Chance): void {
  for (const use of uses.filter(() => chance.is(0.85)))
    for (let nth = chance.is(0.2) ? 2 : 1; nth > 0; nth -= 1) {
      const said = chance.is(0.9) ? 'yes' : chance.one(['no', 'withdrawn'] as const)
      const isParent = of.baby ? chance.is(0.9) : chance.is(0.08)
      const time = at('10:00', nth === 2 ? day : chance.one(['2026-03-09', '2026-02-02']))
      made.useAgreement.push({
        ...{ id: idFor(`agreed ${name} ${use} ${nth}`), ...of, use, said, how: chance.one(['paper', 'signedOnScreen', 'spoken'] as const) },
        ...{ agreedBy: isParent ? 'parent' : chance.one(['self', 'self', 'attorney'] as const), wording: 'use-1', on: day },
        ...(said === 'yes' ? { expiresOn: chance.one(ends) } : {}),
        ...(of.of === 'words' && chance.is(0.8)
          ? { as: chance.one<Agreement['as']>([['words'], ['words', 'firstName'], ['fullName'], ['voice']])! }
          : {}),
        ...written,
        at: time,
        ...mistake(chance),
      })
    }
}

/** A quote or a story; of some nobody is to know who said it. */
function tells(id: string, made: Made, chance: Chance): void {
  const personId = chance.is(0.3) ? null : id
  const story = { id: idFor(`story ${id}`), kind: chance.one(['quote', 'story'] as const), words: `What ${id} said`, personId, on: day }
  made.story.push({ ...story, ...written, ...mistake(chance) })
  agrees(`words ${id}`, { personId, of: 'words', storyId: story.id }, made, chance)
}

function aFile(nth: number, more: Partial<Entity<'media'>>): Entity<'media'> {
  return {
    ...{ id: idFor(`file ${nth}`), title: `File ${nth}`, kind: 'picture', fileName: 'a.jpg', mime: 'image/jpeg', bytes: 3000 },
    ...{ digest: '0'.repeat(64), pieceBytes: 524_288, key: `${'A'.repeat(43)}=`, ...written },
    ...more,
  }
}

/** With some in it, or nobody who can be known, or nobody said who. */
function fileOf(nth: number, people: readonly string[], chance: Chance): Entity<'media'> {
  const personIds = Array.from({ length: chance.below(3) }, () => chance.one(people))
  return aFile(nth, {
    kind: chance.one(['picture', 'video', 'sound', 'paper'] as const),
    personIds,
    ...(chance.is(0.15) ? { babiesOf: personIds.slice(0, 1), babyNames: personIds.slice(0, 1).map(() => 'Otis') } : {}),
    ...(chance.is(0.15) ? { personIds: [], nobody: true } : {}),
    ...(chance.is(0.1) ? { removedAt: at('09:00') } : {}),
  })
}

/** Two babies of somebody who was written down twice: for the one all was signed, for the other nothing. */
function withBoth([one, other]: readonly string[], made: Made): Entity<'media'>[] {
  const signed = { agreedBy: 'parent', how: 'paper', said: 'yes', wording: 'use-1', on: day, ...written } as const
  for (const personId of [one!, other!])
    made.useAgreement.push({
      ...signed,
      id: idFor(`agreed Ada ${personId}`),
      personId,
      baby: 'Ada',
      of: 'pictures',
      use: 'noticeboard',
      at: at('10:00', personId === one ? day : '2026-03-03'),
    })
  return [one!, other!].flatMap((id, nth) => [
    aFile(1000, { id: idFor(`Ada and Ben ${id}`), title: `Two babies ${id}`, babiesOf: [id, id], babyNames: ['Ada', 'Ben'] }),
    aFile(1000, { id: idFor(`Ada ${id}`), title: `One baby ${id}`, babiesOf: [id], babyNames: ['Ada'] }),
    ...(nth === 0 ? [aFile(1000, { id: idFor(`both ${id}`), title: `Both ${id}`, personIds: [one!, other!] })] : []),
  ])
}
