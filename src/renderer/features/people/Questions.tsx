import { useWorker } from '../../workerLink/link.ts'
import type { Kept, PersonView } from '../../workerLink/views.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

type Address = NonNullable<PersonView['address']['value']>

/** Fields with two answers that did not see each other: both are shown until somebody says which is right. */
export function Questions({ person }: { person: PersonView }) {
  const words = useWords()
  const worker = useWorker()
  const { personId, name } = person
  return (
    <>
      <Question
        what={words.say('kept.phone', { name })}
        kept={person.phone}
        write={(phone) => phone}
        onChoose={(phone) => void worker.run('editPerson', { personId, fields: { phone } })}
      />
      <Question
        what={words.say('kept.address', { name })}
        kept={person.address}
        write={addressInWords}
        onChoose={(address) => void worker.run('editPerson', { personId, fields: { address } })}
      />
      {person.contacts.map((contact) => (
        <Question
          key={contact.id}
          what={words.say('kept.contact', { contact: contact.name })}
          kept={contact.phone}
          write={(phone) => phone}
          onChoose={(phone) => void worker.run('editEmergencyContact', { contactId: contact.id, fields: { phone } })}
        />
      ))}
    </>
  )
}

function Question<Value>({
  what,
  kept,
  write,
  onChoose,
}: {
  what: string
  kept: Kept<Value>
  write: (value: Value) => string
  onChoose: (value: Value) => void
}) {
  const words = useWords()
  const now = useNow()
  if (kept.versions.length < 2) return null
  return (
    <Notice tone="needs" title={`${what}: ${words.say('kept.title')}`}>
      <p className="small">{words.say('kept.why')}</p>
      <ul className="kept">
        {kept.versions.map((version) => (
          <li key={version.stamp} className="card kept__one">
            <span className="grow">
              <span className="kept__value">{write(version.value)}</span>
              <span className="soft small kept__by">
                {words.say('kept.by', { by: version.by ?? words.say('kept.unknown'), when: words.moment(version.at, now) })}
              </span>
            </span>
            <Button about={write(version.value)} onClick={() => onChoose(version.value)}>
              {words.say('kept.choose')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** An address on one line. */
export function addressInWords(address: Address): string {
  return [address.lines, address.town, address.postcode].filter(Boolean).join(', ')
}
