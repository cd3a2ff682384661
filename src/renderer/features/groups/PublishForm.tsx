import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { group } from '../../../shared/records/group.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { PublishingView, PublishTyped } from '../../workerLink/publishingViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { penceOf } from '../../parts/penceOf.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { TextField } from '../../ui/Field.tsx'
import { poundsOf } from '../../words/listingInWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { PublishPreview } from './PublishPreview.tsx'

type Typed = Omit<PublishTyped, 'pence'> & { pounds: string }

const isEmail = (text: string) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text)

/** Whether a group is published, who people may ask and what it costs, with what everybody would then read below it. */
export function PublishForm({ groupId, view, onClose }: { groupId: string; view: PublishingView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { pence, ...saved } = view.saved
  const [typed, set, drop] = useEdits<Typed>(formKey('publish', { groupId }), { ...saved, pounds: pence === null ? '' : poundsOf(pence) })
  const [asked, setAsked] = useState(false)
  const { refused, saved: done } = useSaving(() => {
    drop()
    onClose()
  })
  const now = publishOf(typed)
  const preview = useView('publishing', { groupId, typed: now }) ?? view
  const errors = asked ? errorsIn(typed, words) : []
  const error = (field: string) => errors.find((one) => one.field === field)?.text ?? null
  const save = async () => {
    setAsked(true)
    if (errorsIn(typed, words).length > 0) return
    const { published, contact, phone, email } = now
    const fields = { published, publicContact: contact || null, publicPhone: phone || null, publicEmail: email || null, pence: now.pence }
    done(await worker.run('publishGroup', { groupId, fields }))
  }
  const text = (field: 'contact' | 'phone' | 'email', record: 'publicContact' | 'publicPhone' | 'publicEmail') => ({
    value: typed[field],
    autoComplete: 'off',
    maxLength: longest(group, record),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  })
  return (
    <DialogForm title={words.say('openData.formTitle', { name: view.name })} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <ErrorSummary title={words.say('form.errors')} errors={errors} />
      <Checkbox
        label={words.say('openData.publish')}
        hint={words.say(view.partner ? 'openData.partnerHint' : 'openData.publishHint')}
        checked={typed.published}
        onChange={(published) => set({ published })}
      />
      <TextField label={words.say('openData.contact')} hint={words.say('openData.contactHint')} {...text('contact', 'publicContact')} />
      <TextField label={words.say('openData.phone')} hint={words.say('openData.phoneHint')} type="tel" {...text('phone', 'publicPhone')} />
      <TextField
        label={words.say('openData.email')}
        inputMode="email"
        id="publish-email"
        error={error('publish-email')}
        {...text('email', 'publicEmail')}
      />
      <TextField
        id="publish-pounds"
        label={words.say('openData.pounds')}
        hint={words.say('openData.poundsHint')}
        inputMode="decimal"
        className="field--tiny"
        maxLength={8}
        value={typed.pounds}
        error={error('publish-pounds')}
        onChange={(event) => set({ pounds: event.target.value })}
      />
      <PublishPreview view={preview} />
      <Button type="submit" look="go">
        {words.say('openData.save')}
      </Button>
    </DialogForm>
  )
}

function publishOf({ published, contact, phone, email, pounds }: Typed): PublishTyped {
  return { published, contact: contact.trim(), phone: phone.trim(), email: email.trim(), pence: penceOf(pounds) ?? null }
}

/** What must be corrected before it can be saved, in the order of the form. */
function errorsIn({ email, pounds }: Typed, words: Words): { field: string; text: string }[] {
  return [
    ...(email.trim() && !isEmail(email.trim()) ? [{ field: 'publish-email', text: words.say('openData.emailBad') }] : []),
    ...(penceOf(pounds) === undefined ? [{ field: 'publish-pounds', text: words.say('service.poundsBad') }] : []),
  ]
}
