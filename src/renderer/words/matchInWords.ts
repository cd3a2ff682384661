import { accessLabel, suitsLabel } from '../../shared/rules/directoryLists.ts'
import type { Distance } from '../../shared/rules/distance.ts'
import type { GotThere } from '../../shared/rules/gotThere.ts'
import type { Against, Ask, For } from '../../shared/rules/match.ts'
import { needLabel } from '../../shared/rules/needs.ts'
import type { MatchRow } from '../workerLink/matchViews.ts'
import { languageInWords } from './languageInWords.ts'
import { whenInWords } from './slotInWords.ts'
import type { Words } from './useWords.ts'

/** "about 3 km away" */
export function distanceInWords(distance: Distance, words: Words): string {
  switch (distance.kind) {
    case 'sameDistrict':
      return words.say('distance.sameDistrict', { district: distance.district })
    case 'sameTown':
      return words.say('distance.sameTown', { town: distance.town })
    case 'km':
      return words.say('distance.km', { km: distance.km })
    case 'notKnown':
      return words.say('distance.notKnown')
  }
}

/** "£2.50"; without pence where there are none. */
export function poundsInWords(pence: number, words: Words): string {
  const minimumFractionDigits = pence % 100 === 0 ? 0 : 2
  return words.intl.formatNumber(pence / 100, { style: 'currency', currency: 'GBP', minimumFractionDigits })
}

/** "checked 12 days ago" */
export function freshInWords({ kind, freshDays }: Pick<MatchRow, 'kind' | 'freshDays'>, words: Words): string {
  if (kind === 'own') return words.say('fresh.own')
  if (freshDays === null) return words.say('fresh.never')
  return freshDays === 0 ? words.say('fresh.today') : words.say('fresh.days', { days: freshDays })
}

/** "3 places left", "waiting list" */
export function vacancyInWords({ vacancy, placesLeft }: Pick<MatchRow, 'vacancy' | 'placesLeft'>, words: Words): string {
  if (vacancy === 'places' && placesLeft) return words.say('vacancy.left', { left: placesLeft })
  return words.say(`vacancy.${vacancy}`)
}

/** "free", "£2 a visit", or what somebody wrote of it. */
export function costInWords({ free, pence, costWords }: Pick<MatchRow, 'free' | 'pence' | 'costWords'>, words: Words): string {
  if (free || pence === 0) return words.say('cost.free')
  if (pence) return words.say('cost.pence', { pounds: poundsInWords(pence, words) })
  return costWords || words.say('cost.notKnown')
}

/** "Thursdays, 10:30 to 12:00" */
export function timesInWords({ slots, times, timesWords }: Pick<MatchRow, 'slots' | 'times' | 'timesWords'>, words: Words): string {
  const weekly = times.map(({ day, from, until }) => timeInWords(day, from, until, words))
  return [slots ? whenInWords(slots, words) : weekly.join('; '), timesWords].filter(Boolean).join('. ')
}

function timeInWords(day: MatchRow['times'][number]['day'], from: string, until: string, words: Words): string {
  return words.say('matchFor.time', { day: words.say(`weekday.${day}`), from: words.time(from), until: words.time(until) })
}

/** Why it may be right for them. */
export function forInWords(one: For, words: Words): string {
  switch (one.code) {
    case 'need':
      return words.say('matchFor.need', { need: needLabel(one.need) })
    case 'time':
      return timeInWords(one.day, one.from, one.until, words)
    case 'near':
      return firstCapital(distanceInWords(one.distance, words))
    case 'cost':
      return words.say('matchFor.cost', { pounds: poundsInWords(one.pence, words) })
    case 'access':
      return accessLabel(one.access)
    case 'suits':
      return words.say('matchFor.suits', { suits: suitsLabel(one.suits) })
    case 'language':
      return words.say('matchFor.language', { language: languageInWords(one.language, words) })
    case 'only':
      return words.say(one.only === 'women' ? 'matchFor.women' : 'matchFor.men')
    case 'free':
    case 'carer':
      return words.say(`matchFor.${one.code}`)
  }
}

/** Why it is not. */
export function againstInWords(one: Against, words: Words): string {
  switch (one.code) {
    case 'tooFar':
      return words.say('matchAgainst.tooFar', { distance: distanceInWords(one.distance, words) })
    case 'tooDear':
      return words.say('matchAgainst.tooDear', { pounds: poundsInWords(one.pence, words) })
    case 'mixed':
      return words.say(one.only === 'women' ? 'matchAgainst.mixedWomen' : 'matchAgainst.mixedMen')
    case 'onlyFor':
      return words.say(one.only === 'women' ? 'matchAgainst.onlyWomen' : 'matchAgainst.onlyMen')
    default:
      return words.say(`matchAgainst.${one.code}`)
  }
}

/** What is to be asked there first. */
export function askInWords(one: Ask, words: Words): string {
  switch (one.code) {
    case 'access':
      return words.say('matchAsk.access', { access: accessLabel(one.access) })
    case 'suits':
      return words.say('matchAsk.suits', { suits: suitsLabel(one.suits) })
    case 'onlyFor':
      return words.say(one.only === 'women' ? 'matchAsk.onlyWomen' : 'matchAsk.onlyMen')
    default:
      return words.say(`matchAsk.${one.code}`)
  }
}

/** Whether they got there: "Came 3 times, first on Thu 8 October; 3 of 4 sessions". */
export function gotInWords(got: GotThere, words: Words): string {
  const { state, times, firstCame, lastCame, missed, of } = got
  if (state === 'notYet') return [words.say('gotThere.notYet'), missed > 0 ? words.say('gotThere.missed', { missed }) : ''].filter(Boolean).join('. ')
  if (state === 'stopped') return words.say('gotThere.stopped', { times, missed, last: words.shortDay(lastCame ?? '') })
  return [words.say('gotThere.came', { times, first: words.shortDay(firstCame ?? '') }), words.say('gotThere.often', { times, of })].join('; ')
}

/** What the registers ask the link worker to do, or nothing. */
export function callInWords({ call, callSince }: GotThere, words: Words): string | null {
  if (call === 'missed') return words.say('gotThere.callMissed')
  return call === 'first' && callSince ? words.say('gotThere.callFirst', { day: words.shortDay(callSince) }) : null
}

function firstCapital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
