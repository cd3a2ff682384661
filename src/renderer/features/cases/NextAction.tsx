import { episode } from '../../../shared/records/episode.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { CaseView } from '../../workerLink/caseViews.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** What is to be done next, and when: nobody is forgotten who has one. */
export function NextAction({ view }: { view: CaseView }) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits(formKey('nextAction', { episodeId: view.episodeId }), {
    nextAction: view.nextAction ?? '',
    nextActionOn: view.nextActionOn ?? '',
  })
  const { refused, saved } = useSaving(drop)
  const write = async (nextAction: string, nextActionOn: string) =>
    saved(await worker.run('setNextAction', { episodeId: view.episodeId, nextAction, nextActionOn: nextActionOn || null }))
  const planned = view.nextAction !== null || view.nextActionOn !== null
  return (
    <Card title={words.say('case.next')} aside={view.nextLate && <Chip tone="danger">{words.say('cases.late')}</Chip>}>
      <form
        className="card__body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void write(form.nextAction, form.nextActionOn)
        }}
      >
        {refused && (
          <Notice tone="danger" urgent>
            {refused}
          </Notice>
        )}
        {!planned && <p className="soft small">{words.say('case.nextNone')}</p>}
        <div className="next">
          <TextField
            label={words.say('case.nextWhat')}
            className="next__what"
            value={form.nextAction}
            maxLength={longest(episode, 'nextAction')}
            onChange={(event) => set({ nextAction: event.target.value })}
          />
          <TextField
            label={words.say('case.nextOn')}
            type="date"
            className="field--short"
            value={form.nextActionOn}
            onChange={(event) => set({ nextActionOn: event.target.value })}
          />
          <Button type="submit">{words.say('case.nextSave')}</Button>
          {planned && <Button onClick={() => void write('', '')}>{words.say('case.nextDone')}</Button>}
        </div>
      </form>
    </Card>
  )
}
