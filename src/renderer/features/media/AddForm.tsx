import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { Added, MediaListView } from '../../workerLink/mediaViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/useWords.ts'
import { AboutFields, type About } from './AboutFields.tsx'
import { addTroubleInWords } from './troubles.ts'

/** What a chosen file is called, when it was taken and where; then it is kept. Its dialog closes at once: a film takes a while. */
export function AddForm({
  file,
  groups,
  onAdded,
  onRefused,
  onClose,
}: {
  file: File
  groups: MediaListView['groups']
  onAdded: (done: Added) => void
  onRefused: (why: string) => void
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const fresh = { title: withoutEnding(file.name), takenOn: '', groupId: '', fileName: file.name }
  const [kept, keep, drop] = useEdits<About & { fileName: string }>(formKey('mediaAdd', { nth: null }), fresh)
  const about = kept.fileName === file.name ? kept : fresh // what was typed of another file says nothing of this one
  const set = (some: Partial<About>) => keep({ ...about, ...some })
  const [asked, setAsked] = useState(false)
  const save = async () => {
    setAsked(true)
    if (!about.title.trim()) return
    const { title, takenOn, groupId } = about
    onClose()
    const done = await worker.addMediaFile({ file, fileName: file.name, title, takenOn: takenOn || null, groupId: groupId || null, sessionId: null })
    if (!done.ok) return onRefused(addTroubleInWords(done.reason, words))
    drop()
    onAdded(done.value)
  }
  return (
    <DialogForm title={words.say('media.add')} refused={null} onSubmit={() => void save()} onClose={onClose}>
      <p className="soft">{file.name}</p>
      <AboutFields about={about} groups={groups} asked={asked} onChange={set} />
      <Button type="submit" look="go">
        {words.say('media.save')}
      </Button>
    </DialogForm>
  )
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^.]+$/, '').slice(0, 200)
}
