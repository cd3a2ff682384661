import './people.css'
import { useRef, useState } from 'react'
import { useView } from '../../workerLink/useView.ts'
import type { PeopleView, PersonRow } from '../../workerLink/views.ts'
import { FirstLoad, useFirstLoad } from '../../parts/FirstLoad.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go } from '../../state/place.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { PersonName } from '../../parts/PersonName.tsx'
import { AddPerson } from './AddPerson.tsx'

/** Shown at a time: more than a screen, few enough to be drawn at once. */
const page = 60

/** Everybody on this laptop. */
export function PeopleScreen() {
  const words = useWords()
  const [text, setText] = useInWindow('people/find', '')
  const [most, setMost] = useState(page)
  const [adding, setAdding] = useState(false)
  const people = useView('people', { text, most })
  const me = useView('me', null)
  const field = useRef<HTMLInputElement>(null)
  const fetching = useFirstLoad()
  const add: Action = { id: 'people.add', label: words.say('people.add'), key: 'Ctrl+N', also: 'Alt+N', when: !fetching, run: () => setAdding(true) }
  useActions([add])
  const type = (typed: string) => {
    setText(typed)
    setMost(page)
  }
  return (
    <Page
      title={words.say('people.title')}
      under={people ? words.say('people.under', { count: people.total }) : words.say('people.reading')}
      actions={
        !fetching && (
          <>
            {me && me.role !== 'facilitator' && <Button onClick={() => go({ at: 'importReferrals' })}>{words.say('referrals.importTitle')}</Button>}
            <ActionButton action={add} />
          </>
        )
      }
    >
      <div className="narrow">
        <TextField
          ref={field}
          type="search"
          label={words.say('people.find')}
          hint={words.say('people.findHint')}
          value={text}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            const first = people?.shown[0]
            if (event.key === 'Enter' && text.trim() && first) go({ at: 'person', personId: first.personId })
          }}
        />
      </div>
      {fetching && <FirstLoad />}
      {people && !(fetching && people.total === 0) && (
        <List people={people} text={text} most={most} onMore={() => setMost(most + page * 3)} onAdd={add.run} />
      )}
      {adding && <AddPerson text={text} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function List({ people, text, most, onMore, onAdd }: { people: PeopleView; text: string; most: number; onMore: () => void; onAdd: () => void }) {
  const words = useWords()
  if (people.shown.length === 0) {
    const searched = text.trim() !== ''
    return (
      <Card>
        <Empty
          title={searched ? words.say('people.nobody', { text }) : words.say('people.empty')}
          actions={
            <Button look="go" onClick={onAdd}>
              {words.say('people.add')}
            </Button>
          }
        >
          {words.say(searched ? 'people.nobodyMore' : 'people.emptyMore')}
        </Empty>
      </Card>
    )
  }
  return (
    <Card foot={people.shown.length >= most && people.total > people.shown.length && <Button onClick={onMore}>{words.say('people.more')}</Button>}>
      <ul className="rows people" aria-label={words.say('people.list')}>
        {people.shown.map((person) => (
          <Row key={person.personId} person={person} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ person }: { person: PersonRow }) {
  const words = useWords()
  const groups = person.groups.length > 0 ? person.groups.join(', ') : words.say('people.noGroup')
  const came = person.lastCame ? words.say('people.lastCame', { day: words.shortDay(person.lastCame) }) : words.say('people.neverCame')
  return (
    <li className="people__row">
      <button type="button" className="people__open" onClick={() => go({ at: 'person', personId: person.personId })}>
        <PersonName of={person} className="people__name" />
        <span className="soft small people__groups">{[person.ageBand, groups].filter(Boolean).join(' · ')}</span>
        <Chips>
          {person.alerts.map((alert) => (
            <Chip key={alert} tone="needs">
              {alert}
            </Chip>
          ))}
          {person.missing.length > 0 && <Chip>{words.say('people.missing', { count: person.missing.length })}</Chip>}
        </Chips>
        <span className="soft small people__came">{came}</span>
      </button>
    </li>
  )
}
