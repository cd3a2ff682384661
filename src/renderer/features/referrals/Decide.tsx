import { useState } from 'react'
import { assignment } from '../../../shared/records/assignment.ts'
import { longest } from '../../../shared/records/longest.ts'
import { referral } from '../../../shared/records/referral.ts'
import { hasTooLittle } from '../../../shared/rules/referrals.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ReferralView } from '../../workerLink/caseViews.ts'
import { OwnerSelect } from '../../parts/OwnerSelect.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

type Without = 'declined' | 'unsuitable' | 'askReferrer'
const withouts = ['askReferrer', 'declined', 'unsuitable'] as const
const buttons = { askReferrer: 'referral.ask', declined: 'referral.decline', unsuitable: 'referral.unsuitable' } as const

/** What is decided about a referral: accept it, or say why not. */
export function Decide({ view }: { view: ReferralView }) {
  const words = useWords()
  const worker = useWorker()
  const me = view.owners.some((one) => one.id === view.meId) ? view.meId : ''
  const [form, set, drop] = useEdits(formKey('deciding', { referralId: view.referralId }), { ownerId: me, note: '', because: '' })
  const [saying, setSaying] = useState<Without | null>(null)
  const { refused, saved } = useSaving<{ episodeId: string | null; attached: boolean }>((answer) => {
    drop()
    if (answer) say(words.say(`referral.said.${answer.attached ? 'attached' : answer.episodeId ? 'accepted' : (saying ?? 'declined')}`))
    if (answer?.episodeId) go({ at: 'case', episodeId: answer.episodeId })
  })
  const accept = async () =>
    saved(
      await worker.run('decideReferral', {
        referralId: view.referralId,
        decided: 'accepted',
        ownerId: form.ownerId || null,
        ...(form.note.trim() ? { note: form.note } : {}),
      }),
    )
  const refuse = async (decided: Without) =>
    saved(await worker.run('decideReferral', { referralId: view.referralId, decided, because: form.because }))
  const accepting: Action = {
    id: 'referral.accept',
    label: words.say(view.open ? 'referral.attach' : 'referral.accept'),
    key: 'Ctrl+Enter',
    when: saying === null,
    run: () => void accept(),
  }
  useActions([accepting])
  const tooLittle = hasTooLittle(view.warnings)
  return (
    <Card title={words.say('referral.decide')}>
      <div className="card__body">
        {refused && (
          <Notice tone="danger" urgent>
            {refused}
          </Notice>
        )}
        {saying === null ? (
          <>
            <p className="soft small">{words.say('referral.decideHint')}</p>
            {view.open ? (
              <p>{words.say('referral.hasCase', { name: view.name, owner: view.open.owner ?? 'none' })}</p>
            ) : (
              <>
                <OwnerSelect
                  label={words.say('referral.owner')}
                  owners={view.owners}
                  figure={view.figure}
                  value={form.ownerId}
                  none={words.say('referral.ownerNobody')}
                  onChoose={(ownerId) => set({ ownerId })}
                />
                {form.ownerId && form.ownerId !== view.meId && (
                  <TextArea
                    label={words.say('referral.note')}
                    value={form.note}
                    maxLength={longest(assignment, 'note')}
                    onChange={(event) => set({ note: event.target.value })}
                  />
                )}
              </>
            )}
            <div className="notice__actions">
              <ActionButton action={accepting} look={tooLittle ? 'plain' : 'go'} />
              {withouts.map((one) => (
                <Button key={one} look={one === 'askReferrer' && tooLittle ? 'go' : 'plain'} onClick={() => setSaying(one)}>
                  {words.say(buttons[one])}
                </Button>
              ))}
            </div>
          </>
        ) : (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void refuse(saying)
            }}
          >
            <TextArea
              label={words.say(`referral.because.${saying}`)}
              hint={words.say(`referral.becauseHint.${saying}`)}
              value={form.because}
              autoFocus
              maxLength={longest(referral, 'decidedBecause')}
              onChange={(event) => set({ because: event.target.value })}
            />
            <div className="notice__actions">
              <Button type="submit" look="go">
                {words.say('referral.save')}
              </Button>
              <Button onClick={() => setSaying(null)}>{words.say('referral.cancel')}</Button>
            </div>
          </form>
        )}
      </div>
    </Card>
  )
}
