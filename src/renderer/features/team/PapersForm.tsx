import { useState, type FormEvent } from 'react'
import { colleague as record } from '../../../shared/records/colleague.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PapersView, TeamView } from '../../workerLink/views.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

const dates = ['trainedOn', 'dbsUntil', 'firstAidUntil'] as const

/** Phone, training, DBS and first aid of a colleague, for the rota (story 37). */
export function PapersForm({ colleague, onClose }: { colleague: TeamView['colleagues'][number]; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [papers, set, drop] = useEdits<PapersView>(formKey('papers', { colleagueId: colleague.id }), colleague.papers)
  const [error, setError] = useState<string | null>(null)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!event.currentTarget.checkValidity()) return setError(words.say('papers.badDate'))
    const { phone, ...days } = papers
    const fields = { ...days, ...(phone === colleague.papers.phone ? {} : { phone: phone ?? '' }) }
    const result = await worker.run('editColleague', { colleagueId: colleague.id, fields })
    if (!result.ok && result.reason !== 'nothingChanged') return setError(reasonInWords(result.reason, words))
    drop()
    onClose()
  }
  return (
    <Dialog title={words.say('papers.title', { name: colleague.name })} closeLabel={words.say('common.close')} onClose={onClose} fixed>
      <form onSubmit={(event) => void save(event)} noValidate>
        {error && (
          <Notice tone="danger" urgent>
            {error}
          </Notice>
        )}
        <TextField
          label={words.say('papers.phone')}
          type="tel"
          autoComplete="off"
          autoFocus
          maxLength={longest(record, 'phone')}
          value={papers.phone ?? ''}
          className="field--short"
          onChange={(event) => set({ phone: event.target.value || null })}
        />
        {dates.map((field) => (
          <TextField
            key={field}
            label={words.say(`papers.${field}`)}
            type="date"
            min="1990-01-01"
            max="2099-12-31"
            value={papers[field] ?? ''}
            className="field--short"
            onChange={(event) => set({ [field]: event.target.value || null })}
          />
        ))}
        <p className="soft small">{words.say('papers.hint')}</p>
        <p className="notice__actions">
          <Button type="submit" look="go">
            {words.say('papers.save')}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}
