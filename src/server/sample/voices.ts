import { z } from 'zod'
import { voiceChange, voiceWish } from '../../shared/records/voice.ts'
import { expiryOf, useWording } from '../../shared/rules/mayUse.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import type { Json } from '../../shared/changes/change.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { readJson, sampleId } from './data.ts'
import type { Member } from './members.ts'
import { between, oneOf, type Chance } from './random.ts'

const read = z.object({
  words: z.array(z.tuple([voiceChange, voiceWish, z.string()])),
  toRead: z.array(z.tuple([z.string(), z.string()])),
  stories: z.array(z.tuple([z.string().nullable(), z.enum(['quote', 'story']), z.string()])),
})

/** How far back people were asked at the kiosk, in days. */
const askedDays = 180
/** When a story was written down, days ago; the first was shown, and then withdrawn. */
const storyDays = 120
const withdrawnDays = 9

type Draft = Pick<DatedDraft, 'record' | 'row'> & { fields: { [field: string]: Json } }

/** What people of the invented team told us, three stories, and what they agreed to. @param registers what was written of sessions */
export function voicesOf(registers: readonly DatedDraft[], members: readonly Member[], today: PlainDate, chance: Chance): DatedDraft[] {
  const told = read.parse(readJson('voices.json'))
  const from = addDays(today, -askedDays)
  const held = registers.flatMap((one) => {
    const { groupId, date } = one.fields
    const isSession = one.record === 'session' && typeof groupId === 'string' && typeof date === 'string'
    return isSession && date >= from && date < today ? [{ sessionId: one.row, groupId, date }] : []
  })
  return [
    ...held.flatMap((one) => answersAt(one, told.words, chance)),
    ...told.toRead.map(([group, leadWords], nth) => toRead(sampleId('group', group), leadWords, addDays(today, -6 - nth))),
    ...told.stories.flatMap(([group, kind, words], nth) => storyOf({ group, kind, words, nth }, members, today)),
    ...picturesOf(members, today),
  ]
}

function answersAt(at: { sessionId: string; groupId: string; date: PlainDate }, words: z.infer<typeof read>['words'], chance: Chance): DatedDraft[] {
  const { sessionId, groupId, date } = at
  const faces = Array.from({ length: between(chance, 1, 5) }, (_, nth) => {
    const fields = { sessionId, today: oneOf(chance, [2, 3, 4, 4, 4, 5, 5]), on: date }
    return dated(date, { record: 'mood', row: sampleId('mood', sessionId, nth), fields })
  })
  if (chance() < 0.6) return faces
  const [change, wish, said] = oneOf(chance, words)
  const fields = { sessionId, groupId, on: date, said: 'kiosk', change, wishes: [wish], ...(chance() < 0.4 ? { words: said } : {}) }
  return [...faces, dated(date, { record: 'voice', row: sampleId('voice', sessionId), fields })]
}

function toRead(groupId: string, leadWords: string, on: PlainDate): DatedDraft {
  return dated(on, { record: 'voice', row: sampleId('voice', groupId, 'lead'), fields: { groupId, on, said: 'kiosk', forLead: true, leadWords } })
}

/** A story, agreed for two uses; the first is shown, and its use on our website was withdrawn since. */
function storyOf(
  { group, kind, words, nth }: { group: string | null; kind: string; words: string; nth: number },
  members: readonly Member[],
  today: PlainDate,
): DatedDraft[] {
  const on = addDays(today, -storyDays + nth * 20)
  const personId = group ? (members.find((one) => one.group === group && one.person.photo !== 'no')?.personId ?? null) : null
  const storyId = sampleId('story', nth)
  const groupId = group ? sampleId('group', group) : null
  const story = signed(on, { record: 'story', row: storyId, fields: { kind, words, personId, groupId, on } })
  const of = { personId, of: 'words', storyId, as: personId ? ['words', 'firstName'] : ['words'] }
  const agreed = ['noticeboard', 'website'].map((use) => agreement(on, sampleId('agreement', storyId, use), { ...of, use, said: 'yes' }))
  const shown = ['noticeboard', 'website'].map((use) =>
    signed(addDays(on, 7), {
      record: 'showing',
      row: sampleId('showing', storyId, use),
      fields: { ofId: storyId, use, where: use === 'website' ? 'Our page about the group' : 'The board in the waiting room', since: addDays(on, 7) },
    }),
  )
  const gone = addDays(today, -withdrawnDays)
  const withdrawn = agreement(gone, sampleId('agreement', storyId, 'gone'), { ...of, use: 'website', said: 'withdrawn' })
  return [story, ...agreed, ...(nth < 2 ? shown : []), ...(nth === 0 ? [withdrawn] : [])]
}

/** Members who were asked for pictures: most agree for the noticeboard, some for the website; of two the agreement ends soon; a baby too. */
function picturesOf(members: readonly Member[], today: PlainDate): DatedDraft[] {
  const asked = members.filter((one) => one.person.photo === 'yes' || one.person.regular >= 7).slice(0, 14)
  return asked.flatMap(({ personId, person, group }, nth) => {
    const on = addDays(today, nth % 7 === 5 ? -5 * 365 + 12 : -40 - nth * 11)
    const by = (use: string, said: string, more = {}) =>
      agreement(on, sampleId('agreement', personId, use, ...Object.keys(more)), { personId, of: 'pictures', storyId: null, use, said, ...more })
    const own = person.photo === 'no' ? [by('noticeboard', 'no')] : [by('noticeboard', 'yes'), by('website', nth % 3 === 0 ? 'no' : 'yes')]
    const signedFor = { baby: 'Amira', agreedBy: 'parent', how: 'paper', signedAs: [person.given, person.family].filter(Boolean).join(' ') }
    return group === 'B' ? [...own, by('noticeboard', 'yes', signedFor)] : own
  })
}

function agreement(on: PlainDate, row: string, fields: Draft['fields']): DatedDraft {
  const usual = {
    agreedBy: 'self',
    how: 'spoken',
    wording: useWording,
    on,
    inTheirCare: false,
    ...(fields['said'] === 'yes' ? { expiresOn: expiryOf(on) } : {}),
  }
  return signed(on, { record: 'useAgreement', row, fields: { ...usual, ...fields } })
}

/** Written by a link worker in the afternoon. */
function signed(on: PlainDate, { fields, ...draft }: Draft): DatedDraft {
  const grace = sampleId('colleague', 'grace')
  return { ...dated(on, { ...draft, fields: { ...fields, at: `${on}T14:00:00.000Z`, byId: grace } }), actor: grace }
}

/** Told at a session, after it: nothing of it says when. */
function dated(on: PlainDate, draft: Draft): DatedDraft {
  return { ...draft, atMs: Date.parse(`${on}T14:00:00Z`), actor: sampleId('colleague', 'anita'), act: sampleId('act', draft.row, on) }
}
