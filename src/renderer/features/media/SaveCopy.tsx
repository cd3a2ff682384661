import { useState } from 'react'
import { exportLog } from '../../../shared/records/exportLog.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { MediaView } from '../../workerLink/mediaViews.ts'
import { saveBytes } from '../../host/saving.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { say } from '../../state/said.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { lookTroubleInWords } from './troubles.ts'

/** Saves a copy outside of Gather, where it may be used: its line in the log of exports is written first, with why. */
export function SaveCopy({ view }: { view: MediaView }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.say('media.copy')}</Button>
      {open && <CopyForm view={view} onClose={() => setOpen(false)} />}
    </>
  )
}

function CopyForm({ view, onClose }: { view: MediaView; onClose: () => void }) {
  const words = useWords()
  const [why, type, drop] = useForm(formKey('mediaCopy', { mediaId: view.mediaId }), '')
  const [asked, setAsked] = useState(false)
  const { refused, save } = useCopy(view)
  const submit = async () => {
    setAsked(true)
    if (!why.trim() || !(await save(why.trim()))) return
    drop()
    onClose()
  }
  return (
    <DialogForm title={words.say('media.copyTitle')} refused={refused} onSubmit={() => void submit()} onClose={onClose}>
      <p>{words.say('media.copyMore')}</p>
      <TextField
        label={words.say('export.why')}
        hint={words.say('export.whyHint')}
        value={why}
        maxLength={longest(exportLog, 'why')}
        error={asked && !why.trim() ? words.say('reason.exportWhyNeeded') : null}
        onChange={(event) => type(event.target.value)}
      />
      <Button type="submit" look="go">
        {words.say('media.copySave')}
      </Button>
    </DialogForm>
  )
}

/** @returns why it failed, and saves: true when there is a copy */
function useCopy({ mediaId, kind, fileName, groupId }: MediaView) {
  const words = useWords()
  const worker = useWorker()
  const [refused, refuse] = useState<string | null>(null)
  const save = async (why: string): Promise<boolean> => {
    refuse(null)
    const got = await worker.lookAtMedia({ mediaId })
    if (!got.ok) return (refuse(lookTroubleInWords(got.reason, words)), false)
    const chosen = { groupId, from: null, to: null, by: null, mediaId }
    const logged = await worker.run('logExport', { ...chosen, report: 'media', rows: 1, why, format: 'copy' })
    if (!logged.ok) return (refuse(reasonInWords(logged.reason, words)), false)
    const { exportId } = logged.value
    const ending = /[^.]*$/.exec(fileName)?.[0] ?? ''
    const name = words.say('media.copyFile', { kind, date: words.dateOf(present()), number: exportId.slice(-8), ending })
    const saved = await saveBytes(name, new Uint8Array(await got.value.arrayBuffer())).catch(() => null)
    if (!saved) await worker.run('exportNotSaved', { exportId })
    if (saved === null) refuse(words.say('media.copyFailed'))
    if (saved) say(words.say('media.copySaved'))
    return saved === true
  }
  return { refused, save }
}
