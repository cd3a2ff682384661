import './directory.css'
import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { service as record } from '../../../shared/records/service.ts'
import { mayWrite } from '../../../shared/rules/policies.ts'
import { Absent } from '../../parts/Absent.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { go, goBack } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { listingPlace } from '../../words/listingInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { EntryView } from '../../workerLink/directoryViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { Checked } from './Checked.tsx'
import { CloseForm } from './CloseForm.tsx'
import { EntryFacts } from './EntryFacts.tsx'
import { Standing } from './Listings.tsx'
import { ServiceForm } from './ServiceForm.tsx'
import { whichOf } from './whichOf.ts'

/** One entry of the directory (story 32, domain 7.3). */
export function ServiceScreen({ entryId }: { entryId: string }) {
  const entry = useView('service', { entryId })
  if (!entry) return <Absent answer={entry} what="entry" />
  return <Entry entry={entry} />
}

function Entry({ entry }: { entry: EntryView }) {
  const words = useWords()
  const me = useView('me', null)
  const [open, setOpen] = useState<'form' | 'close' | 'remove' | null>(null)
  const may = me !== undefined && mayWrite(me.role, 'service')
  const { listing } = entry
  const close = () => setOpen(null)
  return (
    <Page
      title={listing.name}
      under={[words.say(`directory.one.${listing.kind}`), listing.organiser, listingPlace(listing)].filter(Boolean).join(' · ')}
      actions={
        <>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('service.back')}
          </Button>
          {listing.groupId && (
            <Button onClick={() => listing.groupId && go({ at: 'group', groupId: listing.groupId })}>{words.say('service.group')}</Button>
          )}
          {may && <Button onClick={() => setOpen('form')}>{words.say('service.change')}</Button>}
        </>
      }
    >
      <Warnings entry={entry} may={may} />
      <div className="entry">
        <Card title={words.say('service.facts')} aside={<Chips>{<Standing one={listing} />}</Chips>}>
          <EntryFacts listing={listing} />
        </Card>
        <div className="entry__side">
          <Checked entry={entry} may={may} onCloseForAWhile={() => setOpen('close')} onRemove={() => setOpen('remove')} />
          <OurNote entry={entry} />
        </div>
      </div>
      {open === 'form' && <ServiceForm entry={entry} onClose={close} onSaved={close} />}
      {open === 'close' && <CloseForm one={listing} onClose={close} />}
      {open === 'remove' && <Remove entry={entry} onClose={close} />}
    </Page>
  )
}

/** What one must know before sending anybody there. */
function Warnings({ entry, may }: { entry: EntryView; may: boolean }) {
  const words = useWords()
  const worker = useWorker()
  const { refused, saved } = useSaving(() => {})
  const { listing, closedFrom, groupPaused } = entry
  const said = listing.closed && {
    from: closedFrom ? words.fullDate(closedFrom) : '',
    until: listing.closed.until ? words.fullDate(listing.closed.until) : 'none',
    because: listing.closed.because || 'none',
  }
  return (
    <>
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      {said && closedFrom && (
        <Notice
          tone="needs"
          actions={
            may && (
              <Button onClick={() => void worker.run('reopenService', { which: whichOf(listing) }).then(saved)}>{words.say('service.reopen')}</Button>
            )
          }
        >
          {words.say('service.closedNow', said)}
        </Notice>
      )}
      {groupPaused && <Notice tone="needs">{words.say('service.pausedGroup')}</Notice>}
      {listing.goneFromFeedOn && <Notice tone="needs">{words.say('service.goneSince', { day: words.fullDate(listing.goneFromFeedOn) })}</Notice>}
    </>
  )
}

/** What only we know of it. No import changes it; written twice at once, both stand until somebody settles it. */
function OurNote({ entry }: { entry: EntryView }) {
  const words = useWords()
  const { notes } = entry
  return (
    <Card title={words.say('service.note')}>
      <div className="card__body">
        {notes.length > 1 && (
          <p>
            <Chip tone="needs">{words.say('service.noteBoth')}</Chip>
          </p>
        )}
        {notes.map((note) => (
          <p key={note} className="entry__text">
            {note}
          </p>
        ))}
        {notes.length === 0 && <p className="soft">{words.say('service.noNote')}</p>}
        <p className="soft small">{words.say('service.noteMore')}</p>
      </div>
    </Card>
  )
}

function Remove({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { serviceId, name } = entry.listing
  const remove = async (because: string) => {
    if (!serviceId) return
    const done = await worker.run('removeService', { serviceId, because })
    onClose()
    if (done.ok) goBack()
  }
  return (
    <WhyDialog
      title={words.say('service.removeTitle', { name })}
      most={longest(record, 'voidedBecause')}
      says={{
        hint: words.say('service.removeHint'),
        label: words.say('service.removeWhy'),
        does: words.say('service.removeDoes'),
        missing: words.say('service.removeMissing'),
        cancel: words.say('common.cancel'),
      }}
      onWhy={(why) => void remove(why)}
      onClose={onClose}
    />
  )
}
