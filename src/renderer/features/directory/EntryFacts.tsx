import type { ReactNode } from 'react'
import { accessLabel, suitsLabel } from '../../../shared/rules/directoryLists.ts'
import { needLabel } from '../../../shared/rules/needs.ts'
import { listingCost, listingTimes } from '../../words/listingInWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import type { Listing } from '../../workerLink/directoryViews.ts'

/** What is known of an entry; what nobody has said is not there. */
export function EntryFacts({ listing }: { listing: Listing }) {
  const words = useWords()
  const facts = factsOf(listing, words).filter(([, value]) => Boolean(value))
  return (
    <dl className="entry-facts">
      {facts.map(([name, value]) => (
        <div className="entry-facts__one" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function factsOf(one: Listing, words: Words): [string, ReactNode][] {
  const where = [one.venue, one.address, one.town, one.postcode].filter((said, at, all) => said && all.indexOf(said) === at).join(', ')
  const phone = one.phone && (
    <a className="link" href={`tel:${one.phone.replaceAll(' ', '')}`}>
      {one.phone}
    </a>
  )
  return [
    [words.say('service.about'), one.about],
    [words.say('service.helps'), one.needs.map(needLabel).join(', ')],
    [words.say('service.suits'), one.suits.map(suitsLabel).join(', ')],
    [words.say('service.onlyFor'), one.onlyFor && words.say(`directory.only.${one.onlyFor}`)],
    [words.say('service.when'), listingTimes(one, words) || words.say('service.noTime')],
    [words.say('service.where'), where],
    [words.say('service.transport'), one.transport],
    [words.say('service.access'), one.access.map(accessLabel).join(', ')],
    [words.say('service.cost'), listingCost(one, words)],
    [words.say('service.places'), words.say(`directory.vacancy.${one.vacancy}`)],
    [words.say('service.languages'), one.languages.map((code) => languageName(code, words)).join(', ')],
    [words.say('service.join'), one.howToJoin],
    [words.say('service.ask'), one.contactName],
    [words.say('service.phone'), phone],
    [words.say('service.email'), one.email],
    [words.say('service.web'), one.url],
    [words.say('service.first'), one.firstVisit],
    [words.say('service.bring'), one.bring],
  ]
}

/** "Polish" for "pl"; a code that the browser does not know as it is. */
function languageName(code: string, words: Words): string {
  try {
    return words.intl.formatDisplayName(code, { type: 'language' }) ?? code
  } catch {
    return code
  }
}
