import './today.css'
import { useState } from 'react'
import { useView } from '../../workerLink/useView.ts'
import { useLongView } from '../../workerLink/useLongView.ts'
import type { SessionCard, TodayView } from '../../workerLink/views.ts'
import { FirstLoad, useFirstLoad } from '../../parts/FirstLoad.tsx'
import { Pinned } from '../../parts/Pinned.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import { useSetUp } from '../../state/setUp.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useDrawnInParts } from '../../ui/useDrawnInParts.ts'
import { useWords } from '../../words/useWords.ts'
import { NeedsYou, useNeeds, type Needs } from './NeedsYou.tsx'
import { SetUp } from './SetUp.tsx'
import { SessionOfToday } from './SessionOfToday.tsx'
import { Trend } from './Trend.tsx'
import { Unplanned } from './Unplanned.tsx'

/** Cards of sessions on a laptop's screen. */
const cardsInSight = 8

/** What is on today, what needs somebody, and how the next group has gone. */
export function TodayScreen() {
  const words = useWords()
  const today = useLongView('today', null)
  const needs = useNeeds() // asked with it: asked once it is drawn, everything would be drawn twice
  if (!today)
    return (
      <Page title={words.say('nav.today')} under={words.say('today.reading')}>
        {null}
      </Page>
    )
  return <Today today={today} needs={needs} />
}

function Today({ today, needs }: { today: TodayView; needs: Needs }) {
  const words = useWords()
  const [unplanned, setUnplanned] = useState(false)
  const fetching = useFirstLoad()
  const steps = useView('setUp', null)
  const setUp = useSetUp((state) => (state.away ? null : steps))
  const next = today.sessions.find((session) => session.sessionId === today.next && session.onThisLaptop)
  const openNext: Action = {
    id: 'today.openNext',
    label: words.say('do.openNext'),
    key: 'Enter',
    when: next !== undefined && !unplanned,
    run: () => next && open(next),
  }
  const startUnplanned: Action = { id: 'today.unplanned', label: words.say('today.unplanned'), when: !fetching, run: () => setUnplanned(true) }
  const takeAlong: Action = { id: 'today.takeAlong', label: words.say('take.do'), key: 'F3', run: () => go({ at: 'takeAlong' }) }
  useActions([openNext, startUnplanned, takeAlong])
  return (
    <Page
      title={words.day(today.date)}
      under={fetching ? undefined : words.say('today.under', { count: today.sessions.length })}
      actions={
        <>
          <ActionButton action={takeAlong} />
          <ActionButton action={startUnplanned} />
        </>
      }
    >
      <Pinned />
      <div className="columns">
        <div className="column">
          {fetching && <FirstLoad />}
          {setUp && <SetUp setUp={setUp} />}
          {today.sessions.length === 0 && !fetching && <NothingToday settingUp={Boolean(setUp)} onUnplanned={startUnplanned.run} />}
          {today.sessions.length > 0 && <Sessions sessions={today.sessions} next={today.next} />}
          {!(fetching && today.later.length === 0) && <Later sessions={today.later} />}
        </div>
        <div className="column">
          {!fetching && <NeedsYou today={today} needs={needs} />}
          {today.trend && <Trend trend={today.trend} today={today.date} />}
        </div>
      </div>
      {unplanned && <Unplanned today={today.date} onClose={() => setUnplanned(false)} />}
    </Page>
  )
}

function open(session: SessionCard): void {
  go({ at: 'register', sessionId: session.sessionId })
}

/** A screen of them with the answer: a county's forty-five, laid out at once, kept the window from hearing a key for 70 ms. */
function Sessions({ sessions, next }: { sessions: readonly SessionCard[]; next: string | null }) {
  const words = useWords()
  const drawn = useDrawnInParts(sessions.length, cardsInSight)
  return (
    <ul className="sessions" aria-label={words.say('nav.today')}>
      {sessions.slice(0, drawn).map((session) => (
        <SessionOfToday key={session.sessionId} session={session} next={session.sessionId === next} onOpen={open} />
      ))}
    </ul>
  )
}

/** @param settingUp a list above says already that there is no group, and what to do about it */
function NothingToday({ settingUp, onUnplanned }: { settingUp: boolean; onUnplanned: () => void }) {
  const words = useWords()
  const groups = useView('groups', null)
  const noGroups = groups?.length === 0
  if (noGroups && settingUp) return null
  return (
    <Card>
      <Empty
        title={words.say(noGroups ? 'today.noGroups' : 'today.none')}
        actions={
          noGroups ? (
            <Button look="go" onClick={() => go({ at: 'groups' })}>
              {words.say('today.addGroup')}
            </Button>
          ) : (
            <Button onClick={onUnplanned}>{words.say('today.unplanned')}</Button>
          )
        }
      >
        {words.say(noGroups ? 'today.noGroupsMore' : 'today.noneMore')}
      </Empty>
    </Card>
  )
}

function Later({ sessions }: { sessions: readonly SessionCard[] }) {
  const words = useWords()
  const drawn = useDrawnInParts(sessions.length, cardsInSight)
  return (
    <Card title={words.say('today.later')}>
      {sessions.length === 0 && <Empty title={words.say('today.laterEmpty')} />}
      <ul className="rows">
        {sessions.slice(0, drawn).map((session) => (
          <li key={session.sessionId} className="later">
            <span className="row__when figures">
              {words.weekday(session.date)} {words.time(session.start)}
            </span>
            {session.onThisLaptop ? (
              <button type="button" className="link later__group" onClick={() => open(session)}>
                {session.group}
              </button>
            ) : (
              <span className="later__group">{session.group}</span>
            )}
            {!session.onThisLaptop && <Chip>{words.say('today.notOnThisLaptopChip')}</Chip>}
            <span className="soft small later__where">
              {session.cancelledBecause
                ? words.say('today.cancelledWhy', { why: session.cancelledBecause })
                : words.say('today.laterExpected', { place: session.place, count: session.expected })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
