import './emergency.css'
import { useState } from 'react'
import { useView } from '../../workerLink/useView.ts'
import type { EmergencyView } from '../../workerLink/views.ts'
import { ApartFrom } from '../../parts/PersonName.tsx'
import { useContactLook } from '../../parts/useContactLook.ts'
import { useDrafts } from '../../state/drafts.ts'
import { goBack } from '../../state/place.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'

type Person = EmergencyView['people'][number]

/** Numbers to ring for everybody who is here. Ready to print, and to read without a network. */
export function EmergencyScreen({ sessionId }: { sessionId: string }) {
  const words = useWords()
  const view = useView('emergency', { sessionId })
  const register = useView('register', { sessionId })
  const missing = useDrafts((state) => state.drafts[`emergency/${sessionId}`] as string[] | undefined) ?? []
  const [text, setText] = useState('')
  const reveal = useContactLook(register?.which, view?.people.map((person) => person.personId) ?? [], 'emergencySheet')
  const printing = usePrinting('emergency-contacts.pdf', { print: words.say('emergency.print'), save: words.say('print.save') })
  if (view === undefined) return <Absent answer={undefined} />
  const people = view?.people ?? []
  const waiting = people.length > 0 && reveal.shown.size === 0
  const first = (person: Person) => (missing.includes(person.personId) ? 0 : person.here ? 1 : 2)
  const shown = people
    .filter((person) => person.name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()))
    .sort((a, b) => first(a) - first(b))
  const under = words.say('emergency.under', { group: register?.group ?? '', count: people.filter((person) => person.here).length })
  return (
    <Page
      className="strong"
      title={words.say('emergency.title')}
      under={under}
      actions={
        <>
          {printing.save && (
            <Button keyLabel="Ctrl S" onClick={printing.save}>
              {words.say('print.save')}
            </Button>
          )}
          <Button keyLabel="Ctrl P" onClick={printing.print}>
            {words.say('emergency.print')}
          </Button>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('count.back')}
          </Button>
        </>
      }
    >
      {reveal.failed && (
        <Notice tone="danger" urgent>
          {words.say('contactLook.failed')}
        </Notice>
      )}
      {printing.failed && (
        <Notice tone="danger" urgent>
          {words.say('print.failed')}
        </Notice>
      )}
      {people.length === 0 && (
        <Card>
          <Empty title={words.say('emergency.empty')}>{words.say('emergency.emptyMore')}</Empty>
        </Card>
      )}
      {people.length > 0 && (
        <div className="no-print narrow">
          <TextField
            label={words.say('emergency.find')}
            value={text}
            autoFocus
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      {people.length > 0 && shown.length === 0 && <p className="soft">{words.say('emergency.nobodyCalled', { text })}</p>}
      <ul className="emergency" aria-busy={waiting} aria-label={words.say('emergency.title')}>
        {shown
          .filter((person) => reveal.shown.has(person.personId))
          .map((person) => (
            <PersonCard key={person.personId} person={person} missing={missing.includes(person.personId)} />
          ))}
      </ul>
    </Page>
  )
}

function PersonCard({ person, missing }: { person: Person; missing: boolean }) {
  const words = useWords()
  return (
    <li className={missing ? 'card emergency__person emergency__person--missing' : 'card emergency__person'}>
      <div className="emergency__name">
        <h2>
          {person.name}
          <ApartFrom of={person} />
        </h2>
        <Chips>
          {missing && <Chip tone="danger">{words.say('emergency.notSeen')}</Chip>}
          {!person.here && <Chip>{words.say('emergency.left')}</Chip>}
          {person.alerts.map((alert) => (
            <Chip key={alert} tone="needs">
              {alert}
            </Chip>
          ))}
        </Chips>
      </div>
      {person.contacts.length === 0 && <p className="emergency__none">{words.say('emergency.none')}</p>}
      {person.contacts.map((contact, at) => (
        <p key={at}>
          <span className="emergency__phone">
            {contact.phones.length > 0 ? contact.phones.map((phone) => <span key={phone}>{phone}</span>) : words.say('person.noNumber')}
          </span>
          <span>{[contact.name, contact.relationship].filter(Boolean).join(', ')}</span>
        </p>
      ))}
      <p className="soft small">
        {person.phone.length > 0 ? (
          <>
            {words.say('emergency.own')}: {person.phone.join(' / ')}
          </>
        ) : (
          words.say('emergency.noneOwn')
        )}
      </p>
    </li>
  )
}
