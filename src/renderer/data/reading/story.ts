import type { Entity } from '../../../shared/records/index.ts'
import { definitionOf } from '../../../shared/measures/index.ts'
import { needLabel } from '../../../shared/rules/needs.ts'
import { dateOf, type PlainDate } from '../../../shared/std/dates.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { ViewContext } from './context.ts'

type Offer = Entity<'offer'>
type Contact = Entity<'caseContact'>

/** One thing that happened in the support of somebody. */
export interface StoryEvent {
  id: string
  date: PlainDate
  /** What happened, as a code that has its sentence. */
  what:
    | 'referral.referred'
    | 'case.opened'
    | 'case.closed'
    | 'plan.agreed'
    | 'measure.answered'
    | `offer.${Offer['state']}`
    | `contact.${Contact['how']}.${Contact['came']}`
  /** Names and words that belong to it: a practice, a group, what was said. */
  about: string
  text: string
  by: string
}

/** What somebody has said yes or no to, as it was written down last; null where nobody has asked. */
export interface Agreements {
  referred: { said: Entity<'referral'>['agreed']; on: PlainDate } | null
  plan: { on: PlainDate; with: string; as: Entity<'plan'>['agreedAs'] } | null
  /** Whether facilitators may read "please do" and "please don't". */
  card: 'yes' | 'no' | null
  /** Who else may see the plan, in words. */
  maySee: string
  /** Whether they may be asked when a group for their gap is planned. */
  gaps: { mayAsk: boolean; on: PlainDate } | null
}

/** Why somebody came to us, what matters to them and what was done: for link workers and leads alone, as nothing of it is on other laptops. */
export interface Story {
  why: { from: string; reason: string; needs: string[]; receivedOn: PlainDate } | null
  owner: string | null
  openedOn: PlainDate | null
  closedOn: PlainDate | null
  /** In the person's own words. */
  matters: string
  agreedOn: PlainDate | null
  reviewOn: PlainDate | null
  goals: { id: string; words: string; outcome: Entity<'planGoal'>['outcome'] }[]
  next: { action: string; on: PlainDate | null } | null
  agreements: Agreements
  events: StoryEvent[]
}

/** The story of one person; null where nothing of it is known here. */
export function storyOf(context: ViewContext, personId: string): Story | null {
  const all = rowsOf(context, personId)
  const { referrals, episodes, plans, goals } = all
  if (referrals.length + episodes.length + plans.length + all.measures.length + all.offers.length === 0) return null
  const episode = episodes.sort((a, b) => b.number - a.number)[0]
  const plan = plans.find((one) => one.episodeId === episode?.id) ?? plans[0]
  const referral = referrals.sort((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1))[0]
  const owner = all.assignments.filter((one) => one.episodeId === episode?.id).sort(newestFirst)[0]
  return {
    why: referral ? whyOf(referral) : null,
    owner: context.colleagueName(owner?.ownerId),
    openedOn: episode?.openedOn ?? null,
    closedOn: episode?.closedOn ?? null,
    matters: plan?.important ?? '',
    agreedOn: plan?.agreedOn ?? null,
    reviewOn: plan?.reviewOn ?? null,
    goals: goals.filter((one) => one.planId === plan?.id).map(({ id, words, outcome }) => ({ id, words, outcome })),
    next: episode?.nextAction && !episode.closedAs ? { action: episode.nextAction, on: episode.nextActionOn ?? null } : null,
    agreements: agreementsOf(all, referral, plan),
    events: eventsOf(context, all),
  }
}

function agreementsOf({ gaps }: Rows, referral: Entity<'referral'> | undefined, plan: Entity<'plan'> | undefined): Agreements {
  const gap = gaps.sort(newestFirst)[0]
  return {
    referred: referral ? { said: referral.agreed, on: referral.receivedOn } : null,
    plan: plan?.agreedOn ? { on: plan.agreedOn, with: plan.agreedWith ?? '', as: plan.agreedAs } : null,
    card: plan?.cardAgreed ?? null,
    maySee: plan?.maySee ?? '',
    gaps: gap ? { mayAsk: gap.mayAsk, on: gap.on } : null,
  }
}

type Rows = ReturnType<typeof rowsOf>

function rowsOf(context: ViewContext, personId: string) {
  const { memory } = context.store
  return {
    referrals: standing(memory.linked('referral', 'personId', personId)),
    episodes: standing(memory.linked('episode', 'personId', personId)),
    assignments: standing(memory.linked('assignment', 'personId', personId)),
    contacts: standing(memory.linked('caseContact', 'personId', personId)),
    plans: standing(memory.linked('plan', 'personId', personId)),
    goals: standing(memory.linked('planGoal', 'personId', personId)),
    versions: standing(memory.linked('planVersion', 'personId', personId)),
    offers: standing(memory.linked('offer', 'personId', personId)),
    measures: standing(memory.linked('measure', 'personId', personId)),
    gaps: standing(memory.linked('gap', 'personId', personId)),
  }
}

function standing<Row extends { voidedBecause?: string | null | undefined }>(rows: readonly Row[]): Row[] {
  return rows.filter((one) => !one.voidedBecause)
}

function whyOf({ from, source, reason, needs = [], receivedOn }: Entity<'referral'>): Story['why'] {
  return { from: from ?? source, reason: reason ?? '', needs: needs.map(needLabel), receivedOn }
}

function eventsOf(context: ViewContext, rows: Rows): StoryEvent[] {
  const by = (id: string) => context.colleagueName(id) ?? ''
  const event = (one: { id: string; byId: string }, date: PlainDate, what: StoryEvent['what'], about = '', text = ''): StoryEvent => ({
    id: `${what} ${one.id}`,
    date,
    what,
    about,
    text,
    by: by(one.byId),
  })
  return [
    ...rows.referrals.map((one) => event(one, one.receivedOn, 'referral.referred', one.from ?? one.source, one.reason)),
    ...rows.episodes.map((one) => event(one, one.openedOn, 'case.opened')),
    ...rows.episodes.flatMap((one) => (one.closedOn ? [event(one, one.closedOn, 'case.closed', '', one.closedWords ?? '')] : [])),
    ...rows.contacts.map((one) => event(one, dateOf(one.on), `contact.${one.how}.${one.came}`, '', one.words)),
    ...rows.versions.map((one) => event(one, one.agreedOn, 'plan.agreed', one.agreedWith)),
    ...rows.offers.map((one) => event(one, one.answeredOn ?? one.offeredOn, `offer.${one.state}`, offeredName(context, one), one.becauseWords)),
    ...rows.measures.map((one) => event(one, one.on, 'measure.answered', definitionOf(one.questionnaire)?.title ?? one.questionnaire)),
  ]
}

function offeredName({ store: { memory } }: ViewContext, { groupId, serviceId }: Entity<'offer'>): string {
  return (groupId && memory.get('group', groupId)?.name) || (serviceId && memory.get('service', serviceId)?.name) || ''
}
