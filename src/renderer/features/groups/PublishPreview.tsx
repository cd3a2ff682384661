import type { PublicGroup } from '../../../shared/openData/facts.ts'
import type { PublicSession } from '../../../shared/openData/sessions.ts'
import type { PublishingView } from '../../workerLink/publishingViews.ts'
import { Notice } from '../../ui/Notice.tsx'
import { poundsOf } from '../../words/listingInWords.ts'
import { whenInWords } from '../../words/slotInWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'

/** What everybody would read of a group, and what is kept back with why. */
export function PublishPreview({ view }: { view: PublishingView }) {
  const words = useWords()
  const { facts, sessions } = view
  const held = warnings(view, words)
  return (
    <div className="publish">
      <Notice title={words.say('openData.preview')} heading>
        {facts.name && (
          <>
            <p className="row__name">{facts.name}</p>
            {facts.about && <p className="group__about">{facts.about}</p>}
            <ul aria-label={words.say('openData.preview')}>
              {linesOf(facts, words).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {sessions.map((one) => (
                <li key={one.id}>{sessionLine(one, words)}</li>
              ))}
            </ul>
          </>
        )}
        <p className="soft small">{words.say('openData.never')}</p>
      </Notice>
      {held.length > 0 && (
        <Notice tone="needs" title={words.say('openData.held')} heading>
          {held.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}

function linesOf({ place, pence, costWords, contact, slots }: PublicGroup, words: Words): string[] {
  const where =
    place && [place.name, place.meetingPoint, place.address, [place.town, place.postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const sum = pence === null ? '' : pence === 0 ? words.say('openData.costFree') : words.say('openData.costPounds', { pounds: poundsOf(pence) })
  const cost = costWords || sum
  const ask = [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')
  return [
    words.say('openData.when', { when: whenInWords(slots, words) }),
    where ? words.say('openData.where', { place: where }) : words.say('openData.whereNone'),
    ...(cost ? [words.say('openData.cost', { cost })] : []),
    ...(ask ? [words.say('openData.ask', { contact: ask })] : []),
  ]
}

function sessionLine({ date, start, end, cancelled }: PublicSession, words: Words): string {
  const said = { day: words.shortDay(date), start: words.time(start), end: words.time(end) }
  return words.say(cancelled ? 'openData.cancelled' : 'openData.session', said)
}

/** Why something is not there, in the order of its weight. */
function warnings({ left, missing, placeNotPublic }: PublishingView, words: Words): string[] {
  const others = left.filter((one) => one !== 'name').map((one) => words.say(`openData.field.${one}`))
  return [
    ...(left.includes('name') ? [words.say('openData.nameLeftOut')] : []),
    ...(others.length > 0 ? [words.say('openData.leftOut', { fields: words.list(others) })] : []),
    ...(placeNotPublic ? [words.say('openData.placeNotPublic', { place: placeNotPublic })] : []),
    ...(missing.length > 0 ? [words.say('openData.missing', { fields: words.list(missing.map((one) => words.say(`openData.need.${one}`))) })] : []),
  ]
}
