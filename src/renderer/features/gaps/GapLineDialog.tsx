import { useState } from 'react'
import { needLabel } from '../../../shared/rules/needs.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { maskedInWords, timeOfWeek } from '../../words/gapsInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { GapLineView, GapsView } from '../../workerLink/gapViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'

/** One line of the board: when and why not, in their words, who may be asked, and what can be done. */
export function GapLineDialog({
  lineKey,
  months,
  view,
  may,
  onClose,
}: {
  lineKey: string
  months: number
  view: GapsView
  may: boolean
  onClose: () => void
}) {
  const words = useWords()
  const one = useView('gapLine', { key: lineKey, months })
  const [step, setStep] = useState<'look' | 'propose' | 'fill'>('look')
  if (!one) return null
  const title = words.say('gaps.line', { need: needLabel(one.line.need), place: one.line.place })
  return (
    <Dialog title={title} closeLabel={words.say('common.close')} onClose={onClose} wide fixed={step !== 'look'}>
      {step === 'look' && <Look one={one} may={may} onPropose={() => setStep('propose')} onFill={() => setStep('fill')} />}
      {step === 'propose' && <Propose one={one} onClose={onClose} />}
      {step === 'fill' && <Fill one={one} view={view} onClose={onClose} />}
    </Dialog>
  )
}

function Look({ one, may, onPropose, onFill }: { one: GapLineView; may: boolean; onPropose: () => void; onFill: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { refused, saved } = useSaving(() => {})
  const { line, mayAsk, wants, entries } = one
  return (
    <>
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      <h3 className="gaps__part">{words.say('gaps.mayAsk')}</h3>
      <p>{words.say(mayAsk.length > 0 ? 'gaps.mayAskMore' : 'gaps.mayAskNone')}</p>
      <ul className="rows" aria-label={words.say('gaps.mayAsk')}>
        {mayAsk.map(({ personId, name, phone }) => (
          <li key={personId} className="gaps__line">
            <Button look="link" className="gaps__line-text" onClick={() => go({ at: 'person', personId })}>
              {name}
            </Button>
            {phone && (
              <a className="link" href={`tel:${phone.replaceAll(' ', '')}`}>
                {phone}
              </a>
            )}
          </li>
        ))}
      </ul>
      <h3 className="gaps__part">{words.say('gaps.times')}</h3>
      <p>
        {line.times.map(({ time, people }) => `${timeOfWeek(time, words)}: ${maskedInWords(people, words)}`).join(', ') || words.say('gaps.anyTime')}
      </p>
      <h3 className="gaps__part">{words.say('gaps.barriers')}</h3>
      <p>{line.barriers.map(({ barrier, people }) => `${words.say(`gapBarrier.${barrier}`)}: ${maskedInWords(people, words)}`).join(', ')}</p>
      {wants.length > 0 && (
        <>
          <h3 className="gaps__part">{words.say('gaps.words')}</h3>
          <ul>
            {wants.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </>
      )}
      {entries.length > 0 && <h3 className="gaps__part">{words.say('gaps.entries')}</h3>}
      <ul className="rows" aria-label={words.say('gaps.entries')}>
        {entries.map(({ gapId, on, barrier }) => {
          const entry = words.say('gaps.entry', { day: words.fullDate(on), barrier: words.say(`gapBarrier.${barrier}`) })
          return (
            <li key={gapId} className="gaps__line">
              <span className="gaps__line-text">{entry}</span>
              {may && (
                <Button look="link" about={entry} onClick={() => void worker.run('voidGap', { gapId, because: 'logged by mistake' }).then(saved)}>
                  {words.say('gaps.void')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {may && (
        <div className="gaps__keys">
          <Button look="go" onClick={onPropose}>
            {words.say('gaps.propose')}
          </Button>
          <Button onClick={onFill}>{words.say('gaps.fill')}</Button>
          {line.joinedIds.length > 0 && (
            <>
              <span className="soft small">{words.say('gaps.joined', { count: line.joinedIds.length })}</span>
              <Button onClick={() => void worker.run('splitGaps', { gapIds: line.joinedIds }).then(saved)}>{words.say('gaps.split')}</Button>
            </>
          )}
        </div>
      )}
    </>
  )
}

/** Begins a proposal with the gaps of the line as its evidence. */
function Propose({ one, onClose }: { one: GapLineView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { line } = one
  const [name, keep, drop] = useForm(formKey('newProposal', { line: line.key.replaceAll('/', ' ') }), '')
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<{ proposalId: string }>((answer) => {
    drop()
    onClose()
    if (answer) go({ at: 'proposal', proposalId: answer.proposalId })
  })
  const save = async () => {
    setAsked(true)
    if (!name.trim()) return
    saved(await worker.run('proposeGroup', { gapIds: line.gapIds, fields: { name: name.trim(), need: line.need, place: line.place } }))
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      <TextField
        label={words.say('proposal.name')}
        value={name}
        autoFocus
        maxLength={200}
        error={asked && !name.trim() ? words.say('proposal.nameMissing') : null}
        onChange={(event) => keep(event.target.value)}
      />
      <Button type="submit" look="go">
        {words.say('proposal.create')}
      </Button>
    </form>
  )
}

function Fill({ one, view, onClose }: { one: GapLineView; view: GapsView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [groupId, setGroupId] = useState('')
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(onClose)
  const save = async () => {
    setAsked(true)
    if (groupId) saved(await worker.run('fillGap', { gapIds: one.line.gapIds, groupId }))
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      <SelectField
        label={words.say('gaps.fillTitle')}
        hint={words.say('gaps.fillHint')}
        value={groupId}
        autoFocus
        error={asked && !groupId ? words.say('gaps.fillMissing') : null}
        onChange={(event) => setGroupId(event.target.value)}
      >
        <option value="">{words.say('gaps.choose')}</option>
        {view.groups.map((group) => (
          <option key={group.groupId} value={group.groupId}>
            {group.name}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="go">
        {words.say('gaps.fillSave')}
      </Button>
    </form>
  )
}
