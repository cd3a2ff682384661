import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { Kept } from '../../workerLink/views.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { useNow } from '../../state/useNow.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

interface Props {
  of: 'plan' | 'planGoal' | 'planAction'
  id: string
  field: string
  label: string
  kept: Kept<string>
  most: number
}

/** Two texts that did not see each other, with who wrote them: one is chosen, or they are joined (story 21). */
export function BothTexts({ of, id, field, label, kept, most }: Props) {
  const words = useWords()
  const worker = useWorker()
  const now = useNow()
  const [joining, setJoining] = useState(false)
  const { refused, saved } = useSaving(() => {})
  const seen = kept.versions.map((one) => one.stamp)
  const keep = async (text: string) => saved(await worker.run('settlePlanText', { of, id, field, text, seen }))
  return (
    <div className="plan__both" id={`plan-both-${id}-${field}`} data-both tabIndex={-1}>
      <Notice tone="needs" heading title={words.say('plan.side.one', { field: label })}>
        {refused && <p className="nhsuk-error-message">{refused}</p>}
        <ul className="plan__sides">
          {kept.versions.map((one) => (
            <li key={one.stamp} className="card plan__side">
              <p className="plan__text">{one.value || words.say('plan.notSaid')}</p>
              <p className="soft small">
                {words.say('plan.side.by', { by: one.by ?? words.say('plan.side.unknown'), when: words.moment(one.at, now) })}
              </p>
              <Button about={`${label}, ${one.by ?? words.say('plan.side.unknown')}`} onClick={() => void keep(one.value)}>
                {words.say('plan.side.keep')}
              </Button>
            </li>
          ))}
        </ul>
        <Button about={label} onClick={() => setJoining(true)}>
          {words.say('plan.side.join')}
        </Button>
      </Notice>
      {joining && <Join {...{ of, id, field, label, kept, most }} onClose={() => setJoining(false)} />}
    </div>
  )
}

function Join({ of, id, field, label, kept, most, onClose }: Props & { onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const oldestFirst = kept.versions.toReversed()
  const [{ text, seen }, keep, drop] = useForm(formKey('planJoin', { rowId: id, field }), {
    text: oldestFirst.map((one) => one.value).join('\n\n'),
    seen: kept.versions.map((one) => one.stamp),
  })
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const save = async () => saved(await worker.run('settlePlanText', { of, id, field, text, seen }))
  return (
    <DialogForm title={words.say('plan.side.joinTitle', { field: label })} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextArea
        label={words.say('plan.side.joined')}
        rows={10}
        autoFocus
        maxLength={most}
        value={text}
        onChange={(event) => keep({ text: event.target.value, seen })}
      />
      <Button type="submit" look="go">
        {words.say('plan.save')}
      </Button>
    </DialogForm>
  )
}
