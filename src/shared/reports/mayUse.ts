import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
import type { Entity } from '../records/index.ts'
import { isUnder18 } from '../rules/age.ts'
import { mayTell, mayUse as picturesMayBe, uses, type InPicture, type ToldAs, type Use } from '../rules/mayUse.ts'
import { mediaMayUse } from '../rules/mediaUse.ts'
import { nameOf } from '../rules/names.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import type { PlainDate } from '../std/dates.ts'
import type { Said } from './cellWords.ts'
import { defineReport, type ReportReader } from './defineReport.ts'

type Agreement = Entity<'useAgreement'>
type Person = Entity<'person'>

/** One thing that may be used in one place. */
export interface MayUseLine {
  use: Use
  what: 'pictures' | 'quote' | 'story' | 'picture' | 'video' | 'sound'
  /** As it may be told: of words the name that was agreed, or null. */
  who: string | null
  baby: string | null
  /** What somebody said, or how a file is called. */
  words: string | null
  until: PlainDate | null
}

/** What may be used where today (story 34): pictures of whom, and which words, told as was agreed. What was not asked, refused, withdrawn or has ended is not on it. */
export const mayUse = defineReport({
  params: z.object({}),
  roles: caseRoles,
  columns: [
    { id: 'use', kind: 'text', of: ['useAgreement.use', 'useAgreement.said'], value: (line: MayUseLine): Said => ({ says: line.use }) },
    { id: 'what', kind: 'text', of: ['useAgreement.of', 'story.kind', 'media.kind'], value: (line: MayUseLine): Said => ({ says: line.what }) },
    {
      id: 'who',
      kind: 'text',
      of: ['useAgreement.personId', 'useAgreement.as', 'person.givenName', 'person.familyName', 'person.knownAs'],
      value: (line: MayUseLine) => line.who ?? (isFile(line) ? null : ({ says: 'notNamed' } satisfies Said)),
    },
    { id: 'baby', kind: 'text', of: ['useAgreement.baby'], value: (line: MayUseLine) => line.baby },
    { id: 'words', kind: 'text', of: ['story.words', 'media.title'], value: (line: MayUseLine) => line.words },
    { id: 'until', kind: 'date', of: ['useAgreement.expiresOn'], value: (line: MayUseLine) => line.until },
  ],
  async rows(reader, _params, today) {
    const agreements = await reader.all('useAgreement')
    const people = new Map((await reader.all('person')).map((one) => [one.id, one]))
    const lines = [
      ...pictures(agreements, people, today),
      ...(await stories(reader, agreements, people, today)),
      ...(await files(reader, agreements, people, today)),
    ]
    return lines.sort(inOrder)
  },
})

/** By use, then by what it is, then by who and by what they said; who is not named first. */
function inOrder(a: MayUseLine, b: MayUseLine): number {
  const then = (['what', 'who', 'baby', 'words'] as const).map((one) => compareTexts(a[one] ?? '', b[one] ?? ''))
  return uses.indexOf(a.use) - uses.indexOf(b.use) || (then.find((one) => one !== 0) ?? 0)
}

/** Each person, and each baby who comes with one, by themselves: of a picture with several all have to agree. */
function pictures(all: readonly Agreement[], people: ReadonlyMap<string, Person>, today: PlainDate): MayUseLine[] {
  const ofPictures = all.filter((one) => one.of === 'pictures' && one.personId)
  return [...grouped(ofPictures, (one) => `${one.personId} ${one.baby?.toLowerCase() ?? ''}`).values()].flatMap((agreements) => {
    const { personId, baby } = agreements[0]!
    const person = people.get(personId!)
    const one: InPicture = { personId: personId!, person, ...(baby ? { baby } : {}) }
    const may = picturesMayBe([one], agreements, today)
    return uses.flatMap((use): MayUseLine[] => {
      const answer = may[use]
      return answer.may && person ? [{ use, what: 'pictures', who: nameOf(person), baby: baby ?? null, words: null, until: answer.until }] : []
    })
  })
}

async function stories(
  reader: ReportReader,
  all: readonly Agreement[],
  people: ReadonlyMap<string, Person>,
  today: PlainDate,
): Promise<MayUseLine[]> {
  const standing = (await reader.all('story')).filter((one) => !one.voidedBecause)
  return standing.flatMap((one) => {
    const person = one.personId ? people.get(one.personId) : undefined
    if (one.personId && (!person || person.removedBecause)) return []
    const may = mayTell(one, all, today, person !== undefined && isUnder18(person, today))
    return uses.flatMap((use): MayUseLine[] => {
      const answer = may[use]
      return answer.may ? [{ use, what: one.kind, who: toldName(person, answer.as), baby: null, words: one.words, until: answer.until }] : []
    })
  })
}

const isFile = ({ what }: MayUseLine) => what === 'picture' || what === 'video' || what === 'sound'

/** Pictures, films and recordings that lie here, by their titles. */
async function files(reader: ReportReader, all: readonly Agreement[], people: ReadonlyMap<string, Person>, today: PlainDate): Promise<MayUseLine[]> {
  const of = grouped(all, (one) => one.personId ?? '')
  const read = { person: (id: string) => people.get(id), agreements: (id: string) => of.get(id) ?? [] }
  return (await reader.all('media')).flatMap((one) => {
    const { kind, title } = one
    if (kind === 'paper') return []
    const may = mediaMayUse(one, read, today)
    return uses.flatMap((use): MayUseLine[] => {
      const answer = may[use]
      return answer.may ? [{ use, what: kind, who: null, baby: null, words: title, until: answer.until }] : []
    })
  })
}

/** The name that was agreed and no more. */
function toldName(person: Person | undefined, as: readonly ToldAs[]): string | null {
  if (!person) return null
  if (as.includes('fullName')) return nameOf(person)
  return as.includes('firstName') ? person.knownAs || person.givenName : null
}
