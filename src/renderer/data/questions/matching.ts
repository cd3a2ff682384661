import { districtOf } from '../../../shared/rules/contactDetails.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { Asked, MatchingView } from '../../workerLink/matchViews.ts'
import { openCaseOf } from '../reading/offersTo.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What a search for something that fits somebody begins with: their case, and what is known of them. */
export const matching = defineQuestion({
  madeOf: ['person', 'episode', 'referral', 'service'],
  afterLease: false,
  answer: (context, { personId }: { personId: string }) => matchingView(context, personId),
})

function matchingView(context: ViewContext, personId: string): MatchingView | null {
  const { memory } = context.store
  const person = memory.get('person', personId)
  if (!person) return null
  const episode = openCaseOf(context, personId)
  const { postcode = '', town = '' } = person.address ?? {}
  const spoken = memory.list('service').flatMap((one) => (one.voidedBecause ? [] : (one.languages ?? [])))
  return {
    personId,
    name: nameOf(person),
    episodeId: episode?.id ?? null,
    from: districtOf(postcode) ?? town,
    said: [person.accessNeeds, person.mobility, person.interpreter].flatMap((one) => one || []),
    asked: askedFor(person, needsOf(context, personId, episode)),
    languages: [...new Set([...spoken, ...(person.language ? [person.language] : [])])].sort(),
  }
}

/** Nothing is asked for that nobody has said. */
function askedFor(person: Entity<'person'>, needs: string[]): Asked {
  const { language = '' } = person
  const english = language === '' || language.toLowerCase().startsWith('en')
  const open = { times: [], mostKm: null, mostPence: null, access: [], suits: [], only: null, withCarer: false }
  return { ...open, needs, language: english ? null : language }
}

/** The needs of the referrals of this case; without a case, of the latest referral. */
function needsOf(context: ViewContext, personId: string, episode: Entity<'episode'> | null): string[] {
  const referrals = context.store.memory
    .linked('referral', 'personId', personId)
    .filter((one) => !one.voidedBecause)
    .sort(newestFirst)
  const ofCase = referrals.filter((one) => episode && one.episodeId === episode.id)
  return [...new Set((ofCase.length > 0 ? ofCase : referrals.slice(0, 1)).flatMap((one) => one.needs ?? []))]
}
