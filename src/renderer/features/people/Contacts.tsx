import { useState } from 'react'
import type { PersonView } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../words/useWords.ts'
import { ContactForm } from './ContactForm.tsx'

type Contact = PersonView['contacts'][number]

/** Whom to ring for somebody. The numbers show once it is written down that somebody looks (story 6). */
export function Contacts({ person, revealed, onShow }: { person: PersonView; revealed: boolean; onShow: () => void }) {
  const words = useWords()
  const [open, setOpen] = useState<Contact | 'new' | null>(null)
  return (
    <Card title={words.say('person.contacts')} foot={<Button onClick={() => setOpen('new')}>{words.say('person.addContact')}</Button>}>
      {person.contacts.length === 0 && <Empty title={words.say('person.contactsNone')}>{words.say('person.contactsNoneMore')}</Empty>}
      {person.contacts.length === 0 && person.noContactBecause && (
        <p className="card__body">{words.say('person.noContactBecause', { why: person.noContactBecause })}</p>
      )}
      {person.contacts.length > 0 && !revealed && (
        <div className="card__body">
          <p>{words.say('person.contactsHidden', { count: person.contacts.length })}</p>
          <div className="notice__actions">
            <Button onClick={onShow}>{words.say('person.contactsShow')}</Button>
          </div>
          <p className="soft small person__more">{words.say('person.contactsWhy')}</p>
        </div>
      )}
      <ul className="rows">
        {revealed &&
          person.contacts.map((contact) => (
            <li key={contact.id}>
              <span className="grow">
                <span className="row__name">
                  {contact.phone.versions.length > 1
                    ? contact.phone.versions.map((one) => one.value).join(' / ')
                    : contact.phone.value || words.say('person.noNumber')}
                </span>
                <span className="soft small person__more">{[contact.name, contact.relationship].filter(Boolean).join(', ')}</span>
              </span>
              <Button look="link" aria-label={words.say('person.changeContact', { name: contact.name })} onClick={() => setOpen(contact)}>
                {words.say('person.change')}
              </Button>
            </li>
          ))}
      </ul>
      {open && <ContactForm person={person} contact={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  )
}
