import { useState, type FormEvent } from 'react'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { goBack } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'

const empty = { from: '', reason: '' }

/** Who referred somebody, and why. */
export function ReferralsScreen({ personId }: { personId: string }) {
  const words = useWords()
  const now = useNow()
  const view = useView('referrals', { personId })
  return (
    <Page title={words.say('referral.title')} under={view?.name} actions={<Button keyLabel="Esc" onClick={goBack}>{words.say('common.back')}</Button>}>
      <Card className="narrow" title={words.say('referral.add')}><ReferralForm personId={personId} /></Card>
      <Card className="narrow">
        {view?.referrals.length === 0 && <Empty title={words.say('referral.none')} />}
        <ul className="rows" aria-label={words.say('referral.title')}>
          {view?.referrals.map(({ id, from, reason, at, by }) => (
            <li key={id}>
              <span className="grow">{words.say('referral.line', { from, reason, when: words.moment(at, now) })}</span>
              <span className="soft small">{words.say('referral.by', { by })}</span>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}

function ReferralForm({ personId }: { personId: string }) {
  const words = useWords()
  const worker = useWorker()
  const [form, keep, drop] = useForm(formKey('referral', { personId }), empty)
  const [failed, setFailed] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!form.from.trim() || !form.reason.trim()) return
    const result = await worker.run('addReferral', { personId, ...form })
    if (result.ok) drop()
    setFailed(result.ok ? null : reasonInWords(result.reason, words))
  }
  return (
    <form className="card__body" onSubmit={(event) => void save(event)}>
      {failed && <Notice tone="danger" urgent>{failed}</Notice>}
      <TextField label={words.say('referral.from')} hint={words.say('referral.fromHint')} required maxLength={200} value={form.from} onChange={(event) => keep({ ...form, from: event.target.value })} />
      <TextArea label={words.say('referral.reason')} required maxLength={1000} value={form.reason} onChange={(event) => keep({ ...form, reason: event.target.value })} />
      <Button type="submit" look="go">{words.say('referral.save')}</Button>
    </form>
  )
}
