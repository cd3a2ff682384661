import './people.css'
import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { seesCases } from '../../../shared/rules/policies.ts'
import { useView } from '../../workerLink/useView.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import { useContactLook } from '../../parts/useContactLook.ts'
import { ToCase } from '../../parts/ToCase.tsx'
import { Absent } from '../../parts/Absent.tsx'
import { Offers } from '../../parts/Offers.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { pieceInWords } from '../../words/sentences.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { AgreedTo } from './AgreedTo.tsx'
import { Contacts } from './Contacts.tsx'
import { EditPerson } from './EditPerson.tsx'
import { Facts } from './Facts.tsx'
import { Looked } from './Looked.tsx'
import { Memberships } from './Memberships.tsx'
import { National } from './National.tsx'
import { OtherSelves } from './OtherSelves.tsx'
import { PersonCard } from './PersonCard.tsx'
import { PicturesCard } from './PicturesCard.tsx'
import { PlanAndMeasures } from './PlanAndMeasures.tsx'
import { Questions } from './Questions.tsx'
import { Story } from './Story.tsx'
import { Timeline } from './Timeline.tsx'

/** One person: what one must know, what happened, and the facts at the side. */
export function PersonScreen({ personId }: { personId: string }) {
  const words = useWords()
  const person = useView('person', { personId })
  if (!person) {
    const back = <Button onClick={() => go({ at: 'people' })}>{words.say('person.toPeople')}</Button>
    return <Absent answer={person} what="person" actions={back} />
  }
  return <Person person={person} />
}

function Person({ person }: { person: PersonView }) {
  const words = useWords()
  const story = useView('story', { personId: person.personId })
  const [editing, setEditing] = useState(false)
  const [asked, setAsked] = useState(false)
  const reveal = useContactLook(null, asked ? [person.personId] : [], 'emergencyContact')
  const revealed = reveal.shown.has(person.personId)
  const role = useView('me', null)?.role
  const isOfCases = role !== undefined && seesCases(role)
  const edit: Action = {
    id: 'person.edit',
    key: 'F2',
    label: words.say(editing ? 'person.done' : 'person.edit'),
    run: () => setEditing(!editing),
  }
  useActions([edit])
  return (
    <Page title={person.name} under={underOf(person, words)} actions={<ActionButton action={edit} look={editing ? 'go' : 'plain'} />}>
      <MustKnow person={person} />
      <Removed person={person} />
      <Archived person={person} />
      {reveal.failed && (
        <Notice tone="danger" urgent>
          {words.say('contactLook.failed')}
        </Notice>
      )}
      <Questions person={revealed ? person : { ...person, contacts: [] }} />
      <div className="columns">
        <div className="column">
          {editing ? <EditPerson person={person} /> : <Missing person={person} onFillIn={edit.run} />}
          {!editing && story && <Story story={story} />}
          {!editing && <Timeline person={person} events={story?.events ?? []} />}
        </div>
        <div className="column">
          <Contacts person={person} revealed={revealed} onShow={() => setAsked(true)} />
          {isOfCases && <Offers personId={person.personId} />}
          {!editing && <Facts person={person} />}
          {!editing && <AgreedTo person={person} story={story ?? null} />}
          {isOfCases && !editing && <PicturesCard personId={person.personId} />}
          <PlanAndMeasures personId={person.personId} />
          {!editing && person.national && <National person={person} national={person.national} />}
          <ToCase personId={person.personId} />
          <Memberships person={person} />
          <PersonCard personId={person.personId} />
          <OtherSelves personId={person.personId} />
          <Looked person={person} />
          {role === 'lead' && (
            <p>
              <Button onClick={() => go({ at: 'rights', personId: person.personId })}>{words.say('rights.do')}</Button>
            </p>
          )}
        </div>
      </div>
    </Page>
  )
}

function underOf(person: PersonView, words: Words): string {
  const parts = [
    person.knownAs ? [person.givenName, person.familyName].filter(Boolean).join(' ') : '',
    person.bornOn ? words.say('person.born', { date: words.fullDate(person.bornOn) }) : person.ageBand,
    person.refusesBirthDate ? words.say('person.wouldNotSay') : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

function MustKnow({ person }: { person: PersonView }) {
  const words = useWords()
  if (person.alerts.length === 0 && person.photo !== 'no') return null
  return (
    <Chips>
      {person.alerts.map((alert) => (
        <Chip key={alert} tone="needs">
          {alert}
        </Chip>
      ))}
      {person.photo === 'no' && <Chip tone="danger">{words.say('register.noPhoto')}</Chip>}
    </Chips>
  )
}

function Archived({ person }: { person: PersonView }) {
  const words = useWords()
  const worker = useWorker()
  if (!person.archivedOn) return null
  const bringBack = () => void worker.run('editPerson', { personId: person.personId, fields: { archivedOn: null } })
  return (
    <Notice tone="needs" actions={<Button onClick={bringBack}>{words.say('person.bringBack')}</Button>}>
      {words.say('person.archived', { day: words.fullDate(person.archivedOn) })}
    </Notice>
  )
}

function Removed({ person }: { person: PersonView }) {
  const words = useWords()
  const worker = useWorker()
  if (!person.removedBecause) return null
  const bringBack = () => void worker.run('editPerson', { personId: person.personId, fields: { removedBecause: null } })
  return (
    <Notice tone="needs" actions={<Button onClick={bringBack}>{words.say('person.bringBack')}</Button>}>
      {words.say('person.removed', { why: person.removedBecause })}
    </Notice>
  )
}

function Missing({ person, onFillIn }: { person: PersonView; onFillIn: () => void }) {
  const words = useWords()
  if (person.missing.length === 0) return null
  return (
    <Notice
      tone="needs"
      title={words.say('person.missing')}
      actions={
        <Button onClick={onFillIn} keyLabel="F2">
          {words.say('new.fillIn')}
        </Button>
      }
    >
      <Chips>
        {person.missing.map((piece) => (
          <Chip key={piece}>{pieceInWords(piece, words)}</Chip>
        ))}
      </Chips>
      <p className="small person__more">{words.say('person.missingMore')}</p>
    </Notice>
  )
}
