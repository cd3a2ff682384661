import { useState } from 'react'
import type { Use } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { CodeTicks } from '../../parts/CodeTicks.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/useWords.ts'

/** They no longer agree, to some uses or to all. @param uses those to which they agree now */
export function WithdrawForm({
  of: { personId, storyId, baby = null },
  uses,
  onClose,
}: {
  of: { personId: string | null; storyId: string | null; baby?: string | null }
  uses: readonly Use[]
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const [ticked, setTicked] = useState<readonly Use[]>(uses)
  const { refused, refuse, saved } = useSaving<unknown>(onClose)
  const save = async () => {
    if (ticked.length === 0) return refuse(words.say('pictures.withdrawNone'))
    const agreedBy = baby ? 'parent' : 'self'
    saved(await worker.run('withdrawUseAgreement', { personId, storyId, uses: [...ticked], agreedBy, ...(baby ? { baby } : {}) }))
  }
  return (
    <DialogForm title={words.say('pictures.withdraw')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <CodeTicks
        legend={words.say('pictures.withdrawTitle')}
        items={uses.map((code) => ({ code, label: words.say(`use.${code}`) }))}
        value={ticked}
        onChange={(codes) => setTicked(uses.filter((one) => codes.includes(one)))}
      />
      <p>{words.say('pictures.withdrawMore')}</p>
      <Button type="submit" look="danger">
        {words.say('pictures.withdrawSave')}
      </Button>
    </DialogForm>
  )
}
