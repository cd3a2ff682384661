import { useState } from 'react'
import type { MediaView } from '../../workerLink/mediaViews.ts'
import type { NamedPerson } from '../../workerLink/views.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { FindPerson } from '../../parts/FindPerson.tsx'
import { PersonName } from '../../parts/PersonName.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { AddBaby, babyOf, noBaby, type Baby, type TypedBaby } from './AddBaby.tsx'

interface Who {
  people: NamedPerson[]
  babies: Baby[]
  nobody: boolean
  /** A baby that is typed and not added yet. */
  typed: TypedBaby
}

/** Who can be known in it, whose babies, or that nobody can. */
export function WhoIsIn({ view }: { view: MediaView }) {
  const words = useWords()
  const worker = useWorker()
  const { mediaId, people, babies, nobody } = view
  const [who, set, drop] = useEdits<Who>(formKey('mediaWho', { mediaId }), { people, babies, nobody, typed: noBaby })
  const [looking, look] = useState('')
  const { refused, refuse, saved } = useSaving<unknown>(drop)
  const add = (baby: Baby) => set({ babies: [...who.babies, baby], typed: noBaby })
  const save = async () => {
    if (looking.trim() && !who.nobody) return refuse(words.say('common.notChosen', { text: looking.trim() }))
    const last = babyOf(who.typed, who.people) // typed, and only then saved: whoever is named is asked about
    const given = [...who.babies, ...(last ? [last] : [])].map(({ withId, name }) => ({ withId, name }))
    saved(await worker.run('sayWhoIsIn', { mediaId, personIds: who.people.map((one) => one.personId), babies: given, nobody: who.nobody }))
  }
  return (
    <Card title={words.say('media.who')}>
      <div className="card__body">
        {view.whoMissing && <Notice tone="needs">{words.say('media.whoMissing')}</Notice>}
        {refused && (
          <Notice tone="danger" urgent>
            {refused}
          </Notice>
        )}
        <Named who={who} onChange={set} />
        {!who.nobody && (
          <FindPerson
            label={words.say('media.whoFind')}
            hint={words.say('media.whoHint')}
            says={(name) => words.say('media.whoAdd', { name })}
            without={who.people}
            onFound={(person) => set({ people: [...who.people, person] })}
            onType={look}
          />
        )}
        {who.people.length > 0 && <AddBaby people={who.people} typed={who.typed} onType={(typed) => set({ typed })} onAdd={add} />}
        {who.people.length + who.babies.length === 0 && (
          <Checkbox
            label={words.say('media.nobody')}
            hint={words.say('media.nobodyHint')}
            checked={who.nobody}
            onChange={(checked) => set({ nobody: checked })}
          />
        )}
        <Button look="go" onClick={() => void save()}>
          {words.say('media.whoSave')}
        </Button>
      </div>
    </Card>
  )
}

function Named({ who, onChange }: { who: Who; onChange: (more: Partial<Who>) => void }) {
  const words = useWords()
  if (who.people.length + who.babies.length === 0) return null
  return (
    <ul className="media__list" aria-label={words.say('media.who')}>
      {who.people.map((one) => (
        <li key={one.personId}>
          <PersonName of={one} className="grow" />
          <Button about={one.name} onClick={() => go({ at: 'person', personId: one.personId })}>
            {words.say('media.whoOpen')}
          </Button>
          <Button about={one.name} onClick={() => onChange({ people: who.people.filter((other) => other !== one) })}>
            {words.say('media.remove')}
          </Button>
        </li>
      ))}
      {who.babies.map((one) => (
        <li key={`${one.withId}/${one.name}`}>
          <span className="grow">{words.say('media.baby', { name: one.name, of: one.of })}</span>
          <Button about={one.name} onClick={() => onChange({ babies: who.babies.filter((other) => other !== one) })}>
            {words.say('media.remove')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
