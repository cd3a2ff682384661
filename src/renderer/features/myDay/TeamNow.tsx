import type { MyDayView } from '../../workerLink/caseViews.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Tile } from '../../ui/Tile.tsx'
import { useWords } from '../../words/useWords.ts'

type Team = NonNullable<MyDayView['team']>

/** What a lead looks at first: referrals nobody has answered, cases nobody has, waiting times. */
export function TeamTiles({ team }: { team: Team }) {
  const words = useWords()
  return (
    <ul className="tiles tiles--top" aria-label={words.say('myDay.team')}>
      <Tile
        number={words.number(team.unanswered)}
        label={words.say('myDay.unanswered', { count: team.unanswered })}
        tone={team.unanswered > 0 ? 'needs' : undefined}
        onPress={() => go({ at: 'referrals' })}
      />
      {team.longestDays !== null && (
        <Tile number={words.number(team.longestDays)} label={words.say('myDay.longest')} onPress={() => go({ at: 'referrals' })} />
      )}
      <Tile
        number={words.number(team.unowned)}
        label={words.say('myDay.unowned', { count: team.unowned })}
        tone={team.unowned > 0 ? 'needs' : undefined}
        onPress={() => go({ at: 'cases', ownerId: 'nobody' })}
      />
      <Tile number={words.number(team.waiting)} label={words.say('myDay.waiting', { count: team.waiting })} />
      {team.medianDays !== null && <Tile number={words.number(team.medianDays)} label={words.say('myDay.median')} />}
    </ul>
  )
}

/** Who has how many cases, and the ways to what was reported. */
export function TeamNow({ team }: { team: Team }) {
  const words = useWords()
  return (
    <>
      <Card title={words.say('myDay.load')}>
        <ul className="rows" aria-label={words.say('myDay.load')}>
          {team.owners.map((one) => (
            <li key={one.id}>
              <button type="button" className="link grow" onClick={() => go({ at: 'cases', ownerId: one.id })}>
                {one.name}
              </button>
              {one.away && <Chip>{words.say('myDay.away')}</Chip>}
              {team.figure !== null && one.open > team.figure && (
                <Chip tone="needs">{words.say('myDay.loadOver', { over: one.open - team.figure, figure: team.figure })}</Chip>
              )}
              <span className="figures">{words.say('myDay.loadOne', { open: one.open })}</span>
            </li>
          ))}
        </ul>
      </Card>
      <div className="notice__actions">
        <Button onClick={() => go({ at: 'incidents' })}>{words.say('myDay.incidents')}</Button>
        <Button onClick={() => go({ at: 'concerns' })}>{words.say('myDay.concerns')}</Button>
        <Button onClick={() => go({ at: 'today' })}>{words.say('myDay.sessions')}</Button>
      </div>
    </>
  )
}
