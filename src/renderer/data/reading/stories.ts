import type { Entity } from '../../../shared/records/index.ts'
import { isUnder18 } from '../../../shared/rules/age.ts'
import { openCaseOf } from '../../../shared/rules/cases.ts'
import { latestOf, mayTell, standingOf, toTakeDown, uses, type Subject } from '../../../shared/rules/mayUse.ts'
import { byName, nameOf } from '../../../shared/rules/names.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { AgreementLine, PicturesView, ShowingView, StoriesView, StoryView, TakeDownRow, UseStands } from '../../workerLink/voiceViews.ts'
import { meId, ownerIdOf } from './cases.ts'
import type { ViewContext } from './context.ts'
import { mediaStands } from './media.ts'

type Story = Entity<'story'>
type Agreement = Entity<'useAgreement'>

/** What answers about stories and agreements are made of. */
export const storyRecords = [
  'story',
  'media',
  'useAgreement',
  'showing',
  'person',
  'samePerson',
  'colleague',
  'group',
  'episode',
  'assignment',
] as const

/** Whether whoever looks has the case of this person. */
function isInMyCare(context: ViewContext, personId: string): boolean {
  const open = openCaseOf(context.store.memory.linked('episode', 'personId', personId))
  return open !== null && ownerIdOf(context, open.id) === meId(context)
}

function isChild(context: ViewContext, personId: string | null): boolean {
  const person = personId ? context.store.memory.get('person', personId) : undefined
  return person !== undefined && isUnder18(person, context.today())
}

const ofStory = (context: ViewContext, storyId: string) => context.store.memory.linked('useAgreement', 'storyId', storyId)

/** All stories with how they may be told and where they are shown, and what is to be taken down (stories 33 and 34). */
export function storiesView(context: ViewContext): StoriesView {
  const { memory } = context.store
  const stories = memory.list('story').filter((one) => !one.voidedBecause)
  return {
    today: context.today(),
    takeDown: takeDownRows(context),
    stories: [...stories].sort(newestFirst).map((one) => storyView(context, one)),
    groups: memory
      .list('group')
      .sort(byName)
      .map((one) => ({ groupId: one.id, name: one.name })),
  }
}

function storyView(context: ViewContext, one: Story): StoryView {
  const { memory } = context.store
  const person = one.personId ? memory.get('person', one.personId) : undefined
  const child = isChild(context, one.personId)
  const stands = mayTell(one, ofStory(context, one.id), context.today(), child)
  const shown = memory.linked('showing', 'ofId', one.id).filter((each) => !each.voidedBecause)
  return {
    ...{ storyId: one.id, kind: one.kind, words: one.words, on: one.on, child },
    person: person ? { personId: person.id, name: nameOf(person) } : null,
    inMyCare: person !== undefined && isInMyCare(context, person.id),
    uses: uses.map((use) => ({ use, stands: stands[use] })),
    shown: shown.sort(newestFirst).map((each) => showingView(context, each)),
  }
}

function showingView(context: ViewContext, one: Entity<'showing'>): ShowingView {
  const { id, where, use, since, ended, endedOn, endedBy, endedWords } = one
  const by = (colleagueId: string | null | undefined) => context.colleagueName(colleagueId) ?? ''
  const end = ended && endedOn ? { as: ended, on: endedOn, by: by(endedBy), words: endedWords ?? '' } : null
  return { showingId: id, where, use, since, by: by(one.byId), ended: end }
}

/** What is shown and may be no more. */
export function takeDownRows(context: ViewContext): TakeDownRow[] {
  const { memory } = context.store
  const stands = ({ ofId, use }: Entity<'showing'>) => {
    const [one, picture] = [memory.get('story', ofId), memory.get('media', ofId)]
    if (picture) return mediaStands(context, picture, use)
    if (!one || one.voidedBecause) return 'notAsked' // removed or erased on another laptop while it was put up on this one
    const told = mayTell(one, ofStory(context, ofId), context.today(), isChild(context, one.personId))[use]
    return told.may ? 'yes' : told.why
  }
  return toTakeDown(memory.list('showing'), stands).map(({ showing, why }) => {
    const { ended: _, ...row } = showingView(context, showing)
    return { ...row, why, words: memory.get('story', showing.ofId)?.words ?? memory.get('media', showing.ofId)?.title ?? '' }
  })
}

/** What somebody agreed for pictures, or null where they are not known here. */
export function picturesView(context: ViewContext, asked: string): PicturesView | null {
  const person = context.store.memory.get('person', asked)
  if (!person) return null
  const personId = person.id
  const all = context.store.memory.linked('useAgreement', 'personId', personId).filter((one) => one.of === 'pictures' && !one.voidedBecause)
  const babies = [...new Map(all.flatMap(({ baby }) => (baby ? [[baby.toLowerCase(), baby] as const] : []))).values()]
  const child = isUnder18(person, context.today())
  return {
    ...{ personId, name: nameOf(person), child, inMyCare: isInMyCare(context, personId), today: context.today() },
    noPhotos: person.photo === 'no',
    subjects: [null, ...babies].map((baby) => ({ baby, uses: usesOf(context, all, personId, baby, child) })),
    history: [...all].sort(newestFirst).map((one) => agreementLine(context, one)),
  }
}

function usesOf(context: ViewContext, all: readonly Agreement[], personId: string, baby: string | null, child: boolean): UseStands[] {
  const subject: Subject = { personId, ...(baby ? { baby } : {}), of: 'pictures' }
  return uses.map((use) => {
    const latest = latestOf(all, subject, use)
    const stands = standingOf(latest, context.today(), child || baby !== null)
    return { use, stands, until: stands === 'yes' ? (latest?.expiresOn ?? null) : null }
  })
}

function agreementLine(context: ViewContext, one: Agreement): AgreementLine {
  const { id, baby = null, use, said, agreedBy, how, signedAs = null, on, inTheirCare = false } = one
  return { agreementId: id, baby, use, said, agreedBy, how, signedAs, on, by: context.colleagueName(one.byId) ?? '', inTheirCare }
}
