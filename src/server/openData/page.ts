import type { PublicGroup, PublicPlace } from '../../shared/openData/facts.ts'
import type { PublicSession } from '../../shared/openData/sessions.ts'
import { escaped, publicPage } from '../publicPage.ts'
import { words } from './words.ts'

/** Dates told of each group. */
const mostDates = 6

/** What a group's part of the page is made of: its coming sessions in their order. */
export interface GroupOnPage {
  facts: PublicGroup
  sessions: readonly PublicSession[]
}

/** The page of a team's groups, to which a practice's website can link. @param calendar address of the same sessions as iCalendar */
export function sessionsPage(team: string, groups: readonly GroupOnPage[], calendar: string): string {
  const body = `<h1>${escaped(words.title(team))}</h1>
${groups.length === 0 ? `<p>${escaped(words.none)}</p>` : `<p>${escaped(words.intro)}</p><nav aria-label="${words.calendarNav}"><a href="${escaped(calendar)}">${escaped(words.calendar)}</a></nav>`}
${groups.map(groupPart).join('\n')}`
  return publicPage({ language: 'en', dir: 'ltr', title: words.title(team), body, found: true })
}

function groupPart({ facts, sessions }: GroupOnPage): string {
  const { contact } = facts
  const lines: [string, string][] = [
    [words.organiser, facts.organiser],
    [words.where, placeWords(facts.place)],
    [words.cost, costWords(facts)],
    [words.contact, [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')],
  ]
  const told = lines.filter(([, said]) => said).map(([what, said]) => `<li><b>${escaped(what)}:</b> ${escaped(said)}</li>`)
  const about = facts.about
    .split(/\s*[\r\n]+\s*/)
    .map((part) => part && `<p>${escaped(part)}</p>`)
    .join('')
  return `<section id="g-${facts.id}"><h2>${escaped(facts.name)}</h2>${about}<ul>${told.join('')}</ul>${datesPart(facts, sessions)}</section>`
}

function datesPart({ closed, name }: PublicGroup, sessions: readonly PublicSession[]): string {
  const pause = closed ? `<p class="box calm">${escaped(closed.until ? words.closedUntil(dayWords(closed.until)) : words.closed)}</p>` : ''
  if (sessions.length === 0) return pause || `<p>${escaped(words.noDates)}</p>`
  const dates = sessions.slice(0, mostDates).map((one) => `<li>${dateLine(one)}</li>`)
  return `${pause}<h3>${escaped(words.next)}<span class="away"> ${escaped(name)}</span></h3><ul>${dates.join('')}</ul>`
}

function dateLine({ date, start, end, cancelled, moved, place }: PublicSession): string {
  const when = escaped(words.when(dayWords(date), start, end > start ? end : ''))
  if (cancelled) return `<del>${when}</del> <b class="wrong">${escaped(words.cancelled[cancelled])}</b>`
  return moved ? `${when} <b>${escaped(place ? words.movedTo(placeWords(place)) : words.moved)}</b>` : when
}

function placeWords(place: PublicPlace | null): string {
  if (!place) return ''
  return [place.name, place.meetingPoint, place.address, [place.town, place.postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

/** What somebody wrote of it, or else the price. */
function costWords({ costWords: said, pence }: PublicGroup): string {
  if (said) return said
  return pence === null ? '' : pence === 0 ? words.free : `£${(pence / 100).toFixed(2)}`
}

const inWords = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

/** "Thursday 3 December". */
function dayWords(date: string): string {
  return inWords.format(Date.parse(`${date}T12:00:00Z`)).replace(',', '')
}
