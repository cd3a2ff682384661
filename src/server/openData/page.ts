import type { PublicGroup, PublicPlace } from '../../shared/openData/facts.ts'
import type { PublicSession } from '../../shared/openData/sessions.ts'
import { languageLinks, type PublicLanguage } from '../publicLanguages.ts'
import { escaped, publicPage } from '../publicPage.ts'
import { sessionWords, type SessionWords } from './words/index.ts'

/** Dates told of each group. */
const mostDates = 6

/** What a group's part of the page is made of: its coming sessions in their order. */
export interface GroupOnPage {
  facts: PublicGroup
  sessions: readonly PublicSession[]
}

/** Where the page lies, where the same sessions lie as iCalendar, and in which language it is asked for. */
export interface PageAsked {
  page: string
  calendar: string
  language: PublicLanguage
}

/** The page of a team's groups, to which a practice's website can link. What the team wrote stands as it was written. */
export function sessionsPage(team: string, groups: readonly GroupOnPage[], { page, calendar, language }: PageAsked): string {
  const words = sessionWords[language.language]
  const link = `<nav aria-label="${words.calendarNav}"><a href="${escaped(calendar)}">${escaped(words.calendar)}</a></nav>`
  const begin = groups.length === 0 ? `<p>${escaped(words.none)}</p>` : `<p>${escaped(words.intro)} ${escaped(words.ownWords)}</p>${link}`
  const title = words.title(`\u2068${team}\u2069`) // a name that runs its own way
  const saying = new InLanguage(language, words)
  const body = `${languageLinks(escaped(page))}<h1>${escaped(title)}</h1>
${begin}
${groups.map((one) => saying.group(one)).join('\n')}`
  return publicPage({ language: language.language, dir: language.dir, title, body, found: true })
}

/** The parts of the page in one language. */
class InLanguage {
  private readonly words: SessionWords
  private readonly days: Intl.DateTimeFormat
  /** Round what the team wrote: in which language it is, and that it runs its own way. */
  private readonly own: string

  constructor({ language }: PublicLanguage, words: SessionWords) {
    this.words = words
    const locale = language === 'en' ? 'en-GB' : `${language}-u-nu-latn`
    this.days = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
    this.own = language === 'en' ? '' : ' lang="en" dir="auto"'
  }

  group({ facts, sessions }: GroupOnPage): string {
    const { words, own } = this
    const lines: [string, string][] = [
      [words.organiser, escaped(facts.organiser)],
      [words.where, escaped(placeWords(facts.place))],
      [words.cost, escaped(this.cost(facts))],
      [words.contact, contactHtml(facts)],
    ]
    const told = lines.filter(([, said]) => said).map(([what, said]) => `<li><b>${escaped(what)}:</b> <bdi>${said}</bdi></li>`)
    const about = facts.about
      .split(/\s*[\r\n]+\s*/)
      .map((part) => part && `<p${own}>${escaped(part)}</p>`)
      .join('')
    return `<section id="g-${facts.id}"><h2${own}>${escaped(facts.name)}</h2>${about}<ul>${told.join('')}</ul>${this.dates(facts, sessions)}</section>`
  }

  private dates({ closed, name }: PublicGroup, sessions: readonly PublicSession[]): string {
    const { words } = this
    const pause = closed ? `<p class="box calm">${escaped(closed.until ? words.closedUntil(this.day(closed.until)) : words.closed)}</p>` : ''
    if (sessions.length === 0) return pause || `<p>${escaped(words.noDates)}</p>`
    const dates = sessions.slice(0, mostDates).map((one) => `<li>${this.date(one)}</li>`)
    return `${pause}<h3>${escaped(words.next)}<span class="away"> ${escaped(name)}</span></h3><ul>${dates.join('')}</ul>`
  }

  private date({ date, start, end, cancelled, moved, place }: PublicSession): string {
    const { words } = this
    const when = escaped(words.when(this.day(date), start, end > start ? end : ''))
    if (cancelled) return `<del>${when}</del> <b class="wrong">${escaped(words.cancelled[cancelled])}</b>`
    return moved ? `${when} <b>${escaped(place ? words.movedTo(placeWords(place)) : words.moved)}</b>` : when
  }

  /** What somebody wrote of it, or else the price. */
  private cost({ costWords: said, pence }: PublicGroup): string {
    if (said) return said
    return pence === null ? '' : pence === 0 ? this.words.free : `£${(pence / 100).toFixed(2)}`
  }

  /** "Thursday 3 December". */
  private day(date: string): string {
    const said = this.days.format(Date.parse(`${date}T12:00:00Z`))
    return this.own ? said : said.replace(',', '')
  }
}

/** Who to ask: on a phone the number is rung at a press. */
function contactHtml({ contact: { name, phone, email } }: PublicGroup): string {
  const rung = phone.replace(/[\s()-]/g, '')
  const call = /^\+?\d+$/.test(rung) ? `<a href="tel:${rung}">${escaped(phone)}</a>` : escaped(phone) // "ask for Jo" cannot be rung
  const write = email && `<a href="mailto:${escaped(email)}">${escaped(email)}</a>`
  return [escaped(name), call, write].filter(Boolean).join(', ')
}

function placeWords(place: PublicPlace | null): string {
  if (!place) return ''
  return [place.name, place.meetingPoint, place.address, [place.town, place.postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}
