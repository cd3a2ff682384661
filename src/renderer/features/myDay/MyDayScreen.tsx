import './myDay.css'
import { memo, useState } from 'react'
import type { MyDayView, Task } from '../../workerLink/caseViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { useLongView } from '../../workerLink/useLongView.ts'
import type { MeView } from '../../workerLink/views.ts'
import { FirstLoad, useFirstLoad } from '../../parts/FirstLoad.tsx'
import { ListLine } from '../../parts/ListLine.tsx'
import { Pinned } from '../../parts/Pinned.tsx'
import { UnfinishedForms } from '../../parts/UnfinishedForms.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go } from '../../state/place.ts'
import { readPlace } from '../../state/places.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { useDrawnInParts } from '../../ui/useDrawnInParts.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { TeamNow, TeamTiles } from './TeamNow.tsx'

/** Tasks of one kind that are shown at first, and once somebody asks for all of them. */
const few = 5
const everything = 2000

/** What a link worker has to do today; for a lead, what the team has to (issue 11). */
export function MyDayScreen() {
  const me = useView('me', null)
  const words = useWords()
  if (!me)
    return (
      <Page title={words.say('nav.myDay')} under={words.say('myDay.loading')}>
        {null}
      </Page>
    )
  return <MyDay me={me} />
}

function MyDay({ me }: { me: MeView }) {
  const words = useWords()
  const [team, setTeam] = useInWindow('myDay/team', me.role === 'lead')
  const [all, setAll] = useState(false)
  const view = useLongView('myDay', { team, most: all ? everything : few })
  const fetching = useFirstLoad()
  const first = view?.tasks[0]?.first[0]
  const openFirst: Action = {
    id: 'myDay.first',
    label: words.say('myDay.first'),
    key: 'Enter',
    when: first !== undefined,
    run: () => first && open(first),
  }
  const add: Action = {
    id: 'myDay.referral',
    label: words.say('referrals.new'),
    key: 'Ctrl+N',
    also: 'Alt+N',
    when: !fetching,
    run: () => go({ at: 'newReferral', personId: null }),
  }
  useActions([openFirst, add])
  return (
    <Page
      title={words.say('nav.myDay')}
      under={view ? `${words.day(view.date)} · ${words.say('myDay.under', { count: view.total })}` : words.say('myDay.loading')}
      actions={
        <>
          {first && <ActionButton action={openFirst} look="go" />}
          {!fetching && <ActionButton action={add} />}
        </>
      }
    >
      <Pinned />
      <UnfinishedForms kind="referral" onHere={add.run} />
      {fetching && <FirstLoad />}
      {view?.team && <TeamTiles team={view.team} />}
      <div className={me.role === 'lead' ? 'columns' : ''}>
        <div className="column">{view && !fetching && <Tasks view={view} all={all} onAll={() => setAll(true)} />}</div>
        {me.role === 'lead' && (
          <div className="column">
            <SelectField label={words.say('myDay.whose')} value={team ? 'team' : 'mine'} onChange={(event) => setTeam(event.target.value === 'team')}>
              <option value="team">{words.say('myDay.team')}</option>
              <option value="mine">{words.say('myDay.mine')}</option>
            </SelectField>
            {view?.team && <TeamNow team={view.team} />}
          </div>
        )}
      </div>
    </Page>
  )
}

/** Where a task is done. */
function open(task: Task): void {
  const place = readPlace(task.place)
  if (place) go(place)
}

function Tasks({ view, all, onAll }: { view: MyDayView; all: boolean; onAll: () => void }) {
  const words = useWords()
  const drawn = partOf(view.tasks, useDrawnInParts(view.tasks.reduce((sum, { first }) => sum + first.length, 0)))
  if (view.tasks.length === 0)
    return (
      <Card>
        <Empty
          title={words.say('myDay.nothing')}
          actions={<Button onClick={() => go({ at: 'cases', ownerId: null })}>{words.say('case.toList')}</Button>}
        >
          {words.say('myDay.nothingMore')}
        </Empty>
      </Card>
    )
  return view.tasks.map(({ kind, total, first }) => (
    <Card
      key={kind}
      title={words.say(`task.${kind}`)}
      aside={words.number(total)}
      className={kind === 'crisis' ? 'myDay--crisis' : ''}
      foot={!all && total > first.length && <Button onClick={onAll}>{words.say('myDay.all', { count: total })}</Button>}
    >
      <ul className="rows" aria-label={words.say(`task.${kind}`)}>
        {(drawn.get(kind) ?? []).map((task) => (
          <Line key={task.id} task={task} date={view.date} />
        ))}
      </ul>
    </Card>
  ))
}

/** The first so many tasks, whatever their kind. */
function partOf(kinds: MyDayView['tasks'], most: number): ReadonlyMap<string, readonly Task[]> {
  let left = most
  return new Map(
    kinds.map(({ kind, first }) => {
      const part = first.slice(0, left)
      left -= part.length
      return [kind, part]
    }),
  )
}

/** Drawn again only where it changed: the lines of a team's day come in parts. */
const Line = memo(function Line({ task, date }: { task: Task; date: string }) {
  const words = useWords()
  return (
    <ListLine
      of={task}
      onOpen={() => open(task)}
      late={task.due !== null && task.due < date}
      side={whenInWords(task, date, words)}
      more={[task.text, task.owner && words.say('cases.ownedBy', { name: task.owner })]}
    />
  )
})

function whenInWords({ due, days }: Task, today: string, words: Words): string {
  if (due === today) return words.say('task.dueToday')
  if (due !== null && due < today) {
    const late = Math.round((Date.parse(`${today}T12:00:00Z`) - Date.parse(`${due}T12:00:00Z`)) / 86_400_000)
    return words.say('task.overdue', { day: words.tinyDate(due), days: late })
  }
  if (due !== null) return words.say('task.due', { day: words.tinyDate(due) })
  return days === null ? '' : words.say('task.days', { days })
}
