import { useState } from 'react'
import { caseContact } from '../../../shared/records/caseContact.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { CaseView, ContactView } from '../../workerLink/caseViews.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { useWords } from '../../words/useWords.ts'
import { whySays } from '../../words/whySays.ts'

const tones = { spoke: 'good', noAnswer: 'needs', message: 'plain', sent: 'plain', wrongNumber: 'danger' } as const

/** Calls, visits, texts and letters, newest first. */
export function Contacts({ view, onAdd }: { view: CaseView; onAdd: () => void }) {
  const words = useWords()
  const [voiding, setVoiding] = useState<ContactView | null>(null)
  const none = view.contacts.length === 0
  return (
    <Card title={words.say('case.contacts')} aside={none ? null : words.number(view.contacts.length)}>
      {none && (
        <Empty title={words.say('case.noContacts')} actions={<Button onClick={onAdd}>{words.say('case.addContact')}</Button>}>
          {words.say('case.noContactsMore')}
        </Empty>
      )}
      <ul className="rows" aria-label={words.say('case.contacts')}>
        {view.contacts.map((one) => (
          <Contact key={one.contactId} one={one} onRemove={() => setVoiding(one)} />
        ))}
      </ul>
      {voiding && <RemoveContact one={voiding} view={view} onClose={() => setVoiding(null)} />}
    </Card>
  )
}

function Contact({ one, onRemove }: { one: ContactView; onRemove: () => void }) {
  const words = useWords()
  const when = words.momentToday(one.on, useNow())
  return (
    <li className="row--top">
      <div className="contact">
        <div className="contact__head">
          <b>{words.say(`how.${one.how}`)}</b>
          <Chip tone={tones[one.came]}>{words.say(`came.${one.came}`)}</Chip>
          <span className="soft small">
            {[when, one.by, one.minutes === null ? '' : words.say('case.minutes', { count: one.minutes })].filter(Boolean).join(' · ')}
          </span>
          <Button look="link" about={`${words.say(`how.${one.how}`)}, ${when}`} onClick={onRemove}>
            {words.say('case.removeContact')}
          </Button>
        </div>
        {one.words && <p className="said">{one.words}</p>}
        {one.agreed && <p className="said">{words.say('case.agreedSaid', { text: one.agreed })}</p>}
      </div>
    </li>
  )
}

/** Written down by mistake: it stays in the log with why. */
function RemoveContact({ one, view, onClose }: { one: ContactView; view: CaseView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const starts =
    view.startedOn !== null && words.dateOf(one.on) === view.startedOn && view.contacts.filter((other) => other.came === 'spoke').length === 1
  const remove = async (because: string) => {
    const unstarts = starts && one.came === 'spoke' ? { unstarts: view.episodeId } : {}
    await worker.run('voidCaseContact', { contactId: one.contactId, because, ...unstarts })
    onClose()
  }
  return (
    <WhyDialog
      title={words.say('case.removeContact')}
      most={longest(caseContact, 'voidedBecause')}
      says={whySays(words, { hint: words.say('case.removeHint'), does: words.say('case.removeContact') })}
      onWhy={(because) => void remove(because)}
      onClose={onClose}
    />
  )
}
