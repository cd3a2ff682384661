import { useState } from 'react'
import type { InputOf } from '../../../shared/commands/index.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useAgreement as record } from '../../../shared/records/useAgreement.ts'
import type { Use } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { CodeTicks } from '../../parts/CodeTicks.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import { WhoSays } from './WhoSays.tsx'

/** They no longer agree, to some uses or to all. @param uses those to which they agree now */
export function WithdrawForm({
  of: { personId, storyId, baby = null },
  child,
  uses,
  onClose,
}: {
  of: { personId: string | null; storyId: string | null; baby?: string | null }
  /** Under 18, or a baby. */
  child: boolean
  uses: readonly Use[]
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const [ticked, setTicked] = useState<readonly Use[]>(uses)
  const [agreedBy, setAgreedBy] = useState<InputOf<'withdrawUseAgreement'>['agreedBy']>(child ? 'parent' : 'self')
  const [signedAs, setSignedAs] = useState('')
  const { refused, refuse, saved } = useSaving<unknown>(onClose)
  const save = async () => {
    if (ticked.length === 0) return refuse(words.say('pictures.withdrawNone'))
    const who = { agreedBy, signedAs: agreedBy === 'self' ? '' : signedAs }
    saved(await worker.run('withdrawUseAgreement', { personId, storyId, uses: [...ticked], ...who, ...(baby ? { baby } : {}) }))
  }
  return (
    <DialogForm title={words.say('pictures.withdraw')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <CodeTicks
        legend={words.say('pictures.withdrawTitle')}
        items={uses.map((code) => ({ code, label: words.say(`use.${code}`) }))}
        value={ticked}
        onChange={(codes) => setTicked(uses.filter((one) => codes.includes(one)))}
      />
      <WhoSays value={agreedBy} child={child} onChoose={setAgreedBy} />
      {agreedBy !== 'self' && (
        <TextField
          label={words.say('agree.acted')}
          value={signedAs}
          maxLength={longest(record, 'signedAs')}
          onChange={(event) => setSignedAs(event.target.value)}
        />
      )}
      <p>{words.say('pictures.withdrawMore')}</p>
      <Button type="submit" look="danger">
        {words.say('pictures.withdrawSave')}
      </Button>
    </DialogForm>
  )
}
