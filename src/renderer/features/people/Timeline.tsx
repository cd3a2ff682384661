import { useState, type FormEvent } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { note } from '../../../shared/records/note.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { StoryEvent } from '../../workerLink/questions.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { SupportLine } from './SupportLine.tsx'
import { timelineOf, type Happening } from './timelineOf.ts'

type Filter = 'all' | Happening['kind']
const filters = [
  ['all', 'person.all'],
  ['session', 'person.sessions'],
  ['note', 'person.notes'],
  ['support', 'person.support'],
] as const
const page = 40

/** Everything that happened with somebody, newest first. */
export function Timeline({ person, events }: { person: PersonView; events: readonly StoryEvent[] }) {
  const words = useWords()
  const [filter, setFilter] = useState<Filter>('all')
  const [most, setMost] = useState(page)
  const all = timelineOf(person, events)
  const offered = filters.filter(([id]) => id !== 'support' || events.length > 0)
  const shown = all.filter((one) => filter === 'all' || one.kind === filter)
  const rest = shown.length - most
  return (
    <Card
      title={words.say('person.timeline')}
      foot={rest > 0 && <Button onClick={() => setMost(most + page)}>{words.say('common.showMore', { count: Math.min(rest, page) })}</Button>}
    >
      <AddNote person={person} />
      {all.length > 0 && (
        <div className="filters" role="group" aria-label={words.say('person.filter')}>
          {offered.map(([id, label]) => (
            <button key={id} type="button" className="filter" aria-pressed={filter === id} onClick={() => setFilter(id)}>
              {words.say(label)}
            </button>
          ))}
        </div>
      )}
      {shown.length === 0 &&
        (all.length === 0 ? (
          <Empty title={words.say('person.nothing')}>{words.say('person.nothingMore')}</Empty>
        ) : (
          <Empty title={words.say('person.nothingOf')} />
        ))}
      <ol className="rows" aria-label={words.say('person.timeline')}>
        {shown.slice(0, most).map((one) => (
          <Row key={one.id} happening={one} />
        ))}
      </ol>
    </Card>
  )
}

function Row({ happening }: { happening: Happening }) {
  const words = useWords()
  const { group, arrived, undone } = happening
  return (
    <li className="row--top">
      <span className="row__when timeline__day">{words.shortDay(happening.date)}</span>
      {happening.event ? (
        <SupportLine event={happening.event} />
      ) : happening.kind === 'note' ? (
        <span className="grow">
          <span className="timeline__note">{happening.text}</span>
          <span className="soft small person__more">{words.say('person.noteBy', { by: happening.by })}</span>
        </span>
      ) : (
        <span className="grow">
          <button type="button" className="link link--inline" onClick={() => go({ at: 'register', sessionId: happening.sessionId })}>
            {undone
              ? words.say('person.undone', { group })
              : arrived
                ? words.say('person.cameTo', { group, time: words.time(arrived) })
                : words.say('person.cameToOnly', { group })}
          </button>
        </span>
      )}
    </li>
  )
}

function AddNote({ person }: { person: PersonView }) {
  const words = useWords()
  const worker = useWorker()
  const [text, keep, drop] = useForm(formKey('note', { personId: person.personId }), '')
  const [error, setError] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    const result = await worker.run('addNote', { aboutId: person.personId, text: text.trim() })
    if (result.ok) drop()
    setError(result.ok ? null : reasonInWords(result.reason, words))
  }
  return (
    <form className="card__body add-note" onSubmit={(event) => void save(event)}>
      {error && (
        <Notice tone="danger" urgent>
          {error}
        </Notice>
      )}
      <TextArea
        label={words.say('person.addNote')}
        hint={words.say('person.noteHint', { name: person.name })}
        rows={2}
        maxLength={longest(note, 'text')}
        value={text}
        onChange={(event) => keep(event.target.value)}
      />
      {text.trim() && <Button type="submit">{words.say('person.saveNote')}</Button>}
    </form>
  )
}
