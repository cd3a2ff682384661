import { useState } from 'react'
import type { OfficeLaptopView, OfficeView } from '../../workerLink/officeViews.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { spanInWords } from '../../words/spanInWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { useDecide } from './useDecide.ts'
import { useSteadyOrder } from './useSteadyOrder.ts'
import { TakeOff } from './TakeOff.tsx'

const nobody: ReadonlySet<string> = new Set()

/** The team's laptops, the one heard of longest ago first; those off the team last. */
export function Laptops({ office }: { office: OfficeView }) {
  const words = useWords()
  const [asked, setAsked] = useState<{ laptop: OfficeLaptopView; wipe: boolean } | null>(null)
  const laptops = useSteadyOrder(
    [...office.laptops].sort((a, b) => Number(a.revoked !== null) - Number(b.revoked !== null)),
    nobody,
  )
  return (
    <Card title={words.say('office.laptops')} aside={laptops.length > 0 && words.number(laptops.length)}>
      {laptops.length === 0 && <Empty title={words.say('office.laptopsNone')} />}
      <ul className="rows" aria-label={words.say('office.laptops')}>
        {laptops.map((laptop) => (
          <Laptop key={laptop.id} laptop={laptop} onAsk={(wipe) => setAsked({ laptop, wipe })} />
        ))}
      </ul>
      {asked && <TakeOff laptop={asked.laptop} wipe={asked.wipe} onClose={() => setAsked(null)} />}
    </Card>
  )
}

function Laptop({ laptop, onAsk }: { laptop: OfficeLaptopView; onAsk: (wipe: boolean) => void }) {
  const words = useWords()
  const now = useNow()
  const decide = useDecide()
  const name = laptop.name || words.say('office.unnamed')
  const confirm = () => void decide({ ask: 'confirm', device: laptop.id }, words.say('office.wasConfirmed', { laptop: name }))
  return (
    <li className="laptop">
      <p>
        <span className="row__name">{name}</span> <span className="soft">{laptop.by}</span>
      </p>
      <Chips>
        {laptop.mine && <Chip tone="new">{words.say('office.mine')}</Chip>}
        {laptop.wipe && <Chip tone="danger">{words.say(laptop.emptied ? 'office.emptiedChip' : 'office.wipeChip')}</Chip>}
        {laptop.unconfirmed && <Chip tone="needs">{words.say('office.unconfirmedChip')}</Chip>}
        {laptop.revoked !== null && !laptop.wipe && <Chip tone="danger">{words.say('office.offChip')}</Chip>}
        {laptop.clockOffMinutes !== null && laptop.revoked === null && <Chip tone="needs">{words.say('office.clockChip')}</Chip>}
      </Chips>
      <p className="small">{factsOf(laptop, words, now).join(' · ')}</p>
      {laptop.unconfirmed && <p>{words.say('office.unconfirmed')}</p>}
      <p className="laptop__do">
        {laptop.unconfirmed && (
          <Button about={name} onClick={confirm}>
            {words.say('office.confirm')}
          </Button>
        )}
        {laptop.revoked === null && (
          <Button look="link" about={name} onClick={() => onAsk(false)}>
            {words.say('office.revoke')}
          </Button>
        )}
        {!laptop.wipe && (
          <Button look="link" about={name} onClick={() => onAsk(true)}>
            {words.say('office.wipe')}
          </Button>
        )}
      </p>
    </li>
  )
}

function factsOf(laptop: OfficeLaptopView, words: Words, now: string): string[] {
  const { heard, waiting, clockOffMinutes, appVersion, enrolled, revoked, emptied } = laptop
  return [
    revoked !== null && words.say('office.off', { when: words.momentToday(revoked, now) }),
    emptied !== null && words.say('office.emptied', { when: words.momentToday(emptied, now) }),
    heard === null ? words.say('office.heardNever') : words.say('office.heard', { when: words.momentToday(heard, now) }),
    waiting !== null && words.say('office.onIt', { count: waiting }),
    clockOffMinutes !== null &&
      words.say(clockOffMinutes > 0 ? 'office.clockFast' : 'office.clockSlow', { much: spanInWords(clockOffMinutes, words) }),
    words.say('office.joined', { day: words.fullDate(words.dateOf(enrolled)) }),
    appVersion !== null && words.say('office.version', { version: appVersion }),
  ].filter((one) => one !== false)
}
