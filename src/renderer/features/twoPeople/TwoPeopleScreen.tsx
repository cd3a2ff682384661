import './twoPeople.css'
import { useView } from '../../workerLink/useView.ts'
import type { SaidView, TwoPeopleView } from '../../workerLink/twoPeopleViews.ts'
import { Absent } from '../../parts/Absent.tsx'
import { go } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { likenessesInWords } from '../../words/likenessInWords.ts'
import { useWords } from '../../words/useWords.ts'
import { Beside } from './Beside.tsx'
import { Decide } from './Decide.tsx'
import { useSaying } from './useSaying.ts'

/** Two people who may be one, side by side, and what somebody says of them (story 18). */
export function TwoPeopleScreen({ personId, otherId }: { personId: string; otherId: string }) {
  const words = useWords()
  const two = useView('twoPeople', { personId, otherId })
  const me = useView('me', null)
  if (two === undefined || !me) return <Absent answer={undefined} />
  if (!two || me.role === 'facilitator')
    return (
      <Page title={words.say('pairs.title')}>
        <Empty
          title={words.say(two ? 'pairs.notYours' : 'two.gone')}
          actions={<Button onClick={() => go({ at: 'pairs' })}>{words.say('two.toPairs')}</Button>}
        >
          {words.say(two ? 'pairs.notYoursMore' : 'two.goneMore')}
        </Empty>
      </Page>
    )
  return <TwoPeople two={two} />
}

function TwoPeople({ two }: { two: TwoPeopleView }) {
  const words = useWords()
  const [one, other] = two.sides
  const why = two.because.length > 0 ? words.say('two.alike', { why: likenessesInWords(two.because, words) }) : words.say('two.nothingAlike')
  return (
    <Page title={words.say('two.title', { one: one.name, other: other.name })} under={words.say('two.under')}>
      {two.said && <Said two={two} said={two.said} />}
      <Card title={words.say('two.beside')} aside={<span className="soft small">{why}</span>}>
        <Beside two={two} />
      </Card>
      {two.said?.answer !== 'same' && <Decide two={two} />}
    </Page>
  )
}

const saidAs = { same: 'two.saidSame', notSame: 'two.saidNotSame', later: 'two.saidLater' } as const

function Said({ two, said }: { two: TwoPeopleView; said: SaidView }) {
  const words = useWords()
  const now = useNow()
  const { takeBack } = useSaying(two)
  const shown = two.sides.find((side) => side.personId === said.survivorId)?.name ?? ''
  const apart = said.answer === 'same' && <Button onClick={() => void takeBack()}>{words.say('two.apart')}</Button>
  return (
    <Notice tone={two.isAgainst ? 'needs' : 'plain'} actions={apart || undefined}>
      <p>
        {words.say(saidAs[said.answer], {
          by: said.by || words.say('kept.unknown'),
          when: words.momentToday(said.at, now),
          name: shown,
        })}
      </p>
      {two.isAgainst && <p>{words.say('two.against')}</p>}
    </Notice>
  )
}
