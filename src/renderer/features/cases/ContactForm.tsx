import { useState } from 'react'
import type { InputOf } from '../../../shared/commands/index.ts'
import { caseContact } from '../../../shared/records/caseContact.ts'
import { episode } from '../../../shared/records/episode.ts'
import { longest } from '../../../shared/records/longest.ts'
import type { Instant } from '../../../shared/std/dates.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { CaseView, ContactCame, ContactHow } from '../../workerLink/caseViews.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { TimeField } from '../../parts/TimeField.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords, type Words } from '../../words/useWords.ts'

const hows = ['call', 'visit', 'meeting', 'text', 'letter', 'email'] as const
/** What can come of it, by how it was. */
const cames: Record<ContactHow, readonly ContactCame[]> = {
  call: ['spoke', 'noAnswer', 'message', 'wrongNumber'],
  visit: ['spoke', 'noAnswer'],
  meeting: ['spoke', 'noAnswer'],
  text: ['sent', 'spoke', 'noAnswer', 'wrongNumber'],
  letter: ['sent', 'noAnswer'],
  email: ['sent', 'spoke', 'noAnswer'],
}
/** As the record has it. */
const mostMinutes = 600

/** As the field for a time has it. */
function clockOf(moment: Instant, words: Words): string {
  return words.clock(moment).padStart(5, '0')
}

/** To the second while nobody has typed another time: a call a few seconds after one in vain stands after it. */
function whenOf({ day, time }: { day: string; time: string }, opened: Instant, words: Words): Instant {
  const untouched = day === words.dateOf(opened) && time === clockOf(opened, words)
  return untouched ? opened : words.instantAt(day, time || '12:00')
}

/** A contact, written down on the spot or later: with what was agreed, how long it took, and what is next (story 19). */
export function ContactForm({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const now = present()
  const [opened] = useState(now)
  const [form, set, drop] = useEdits(formKey('caseContact', { episodeId: view.episodeId }), {
    how: 'call' as ContactHow,
    came: 'spoke' as ContactCame,
    day: words.dateOf(opened),
    time: clockOf(opened, words),
    minutes: '',
    words: '',
    agreed: '',
    starts: false,
    nextAction: view.nextAction ?? '',
    nextActionOn: view.nextActionOn ?? '',
  })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
    say(words.say('contactForm.saved'))
  })
  const badDay = !form.day || form.day > words.dateOf(now)
  const minutes = form.minutes.trim() === '' ? null : Number(form.minutes)
  const badMinutes = minutes !== null && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= mostMinutes)
  const save = async () => {
    setAsked(true)
    if (badDay || badMinutes) return
    const planned = form.nextAction !== (view.nextAction ?? '') || form.nextActionOn !== (view.nextActionOn ?? '')
    const input: InputOf<'addCaseContact'> = {
      episodeId: view.episodeId,
      how: form.how,
      came: form.came,
      on: whenOf(form, opened, words),
      ...(minutes === null ? {} : { minutes }),
      ...(form.words.trim() ? { words: form.words } : {}),
      ...(form.agreed.trim() ? { agreed: form.agreed } : {}),
      ...(form.starts ? { starts: true } : {}),
      ...(planned ? { next: { nextAction: form.nextAction, nextActionOn: form.nextActionOn || null } } : {}),
    }
    saved(await worker.run('addCaseContact', input))
  }
  const choose = (how: ContactHow) => set({ how, came: cames[how].includes(form.came) ? form.came : cames[how][0]! })
  const spoke = form.came === 'spoke'
  return (
    <DialogForm title={words.say('contactForm.title', { name: view.name })} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <Radios
        legend={words.say('contactForm.how')}
        inline
        value={form.how}
        onChoose={choose}
        choices={hows.map((value) => ({ value, label: words.say(`how.${value}`) }))}
      />
      <Radios
        legend={words.say('contactForm.came')}
        inline
        value={form.came}
        onChoose={(came) => set({ came })}
        choices={cames[form.how].map((value) => ({ value, label: words.say(`came.${value}`) }))}
      />
      <div className="field__pair">
        <TextField
          label={words.say('contactForm.day')}
          type="date"
          max={words.dateOf(now)}
          value={form.day}
          error={asked && badDay ? words.say('contactForm.badDay') : null}
          onChange={(event) => set({ day: event.target.value })}
        />
        <TimeField label={words.say('contactForm.time')} className="field--tiny" value={form.time} onTime={(time) => set({ time })} />
        <TextField
          label={words.say('contactForm.minutes')}
          inputMode="numeric"
          className="field--tiny"
          maxLength={4}
          value={form.minutes}
          error={asked && badMinutes ? words.say('contactForm.minutesBad') : null}
          onChange={(event) => set({ minutes: event.target.value })}
        />
      </div>
      <TextArea
        label={words.say('contactForm.words')}
        value={form.words}
        maxLength={longest(caseContact, 'words')}
        onChange={(event) => set({ words: event.target.value })}
      />
      {spoke && (
        <TextArea
          label={words.say('contactForm.agreed')}
          value={form.agreed}
          maxLength={longest(caseContact, 'agreed')}
          onChange={(event) => set({ agreed: event.target.value })}
        />
      )}
      {spoke && view.startedOn === null && view.closedOn === null && (
        <Checkbox label={words.say('contactForm.starts')} checked={form.starts} onChange={(starts) => set({ starts })} />
      )}
      {view.closedOn === null && (
        <div className="field__pair">
          <TextField
            label={words.say('contactForm.next')}
            value={form.nextAction}
            maxLength={longest(episode, 'nextAction')}
            onChange={(event) => set({ nextAction: event.target.value })}
          />
          <TextField
            label={words.say('contactForm.nextOn')}
            type="date"
            value={form.nextActionOn}
            onChange={(event) => set({ nextActionOn: event.target.value })}
          />
        </div>
      )}
      <p className="notice__actions">
        <Button type="submit" look="go">
          {words.say('contactForm.save')}
        </Button>
      </p>
    </DialogForm>
  )
}
