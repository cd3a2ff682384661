import { useState } from 'react'
import { mayWrite } from '../../../shared/rules/policies.ts'
import { useView } from '../../workerLink/useView.ts'
import type { VenueView } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../words/useWords.ts'
import { VenueForm } from './VenueForm.tsx'

/** The places where groups meet, with what a leader wants to know of them. */
export function Places() {
  const words = useWords()
  const venues = useView('team', null)?.venues ?? []
  const me = useView('me', null)
  const [open, setOpen] = useState<VenueView | 'new' | null>(null)
  const may = me !== undefined && mayWrite(me.role, 'venue')
  const close = () => setOpen(null)
  return (
    <Card
      title={words.say('places.title')}
      aside={
        may && (
          <Button look="link" onClick={() => setOpen('new')}>
            {words.say('form.venueAdd')}
          </Button>
        )
      }
    >
      {venues.length === 0 && <Empty title={words.say('places.none')}>{may && words.say('places.noneMore')}</Empty>}
      <ul className="rows" aria-label={words.say('places.title')}>
        {venues.map((venue) => (
          <li key={venue.id} className="places__row">
            <span className="grow">
              <span className="row__name">{venue.name}</span>
              <span className="places__where">{whereOf(venue)}</span>
              {venue.notes && <span className="places__where">{venue.notes}</span>}
            </span>
            {may && (
              <Button look="link" aria-label={words.say('venue.changeNamed', { name: venue.name })} onClick={() => setOpen(venue)}>
                {words.say('venue.changeDo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <VenueForm venue={open === 'new' ? null : open} onSaved={close} onClose={close} />}
    </Card>
  )
}

function whereOf({ meetingPoint, address, town, postcode, gridReference }: VenueView): string {
  return [meetingPoint, address, [town, postcode].filter(Boolean).join(' '), gridReference].filter(Boolean).join(' · ')
}
