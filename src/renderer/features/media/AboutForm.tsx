import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { MediaView } from '../../workerLink/mediaViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/useWords.ts'
import { AboutFields, type About } from './AboutFields.tsx'

/** What a picture or film is called, when it was taken, at which group. */
export function AboutForm({ view, onClose }: { view: MediaView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { mediaId, title, takenOn, groupId, groups } = view
  const [about, set, drop] = useEdits<About>(formKey('mediaAbout', { mediaId }), { title, takenOn: takenOn ?? '', groupId: groupId ?? '' })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (!about.title.trim()) return
    saved(await worker.run('changeMedia', { mediaId, title: about.title, takenOn: about.takenOn || null, groupId: about.groupId || null }))
  }
  return (
    <DialogForm title={words.say('media.change')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <AboutFields about={about} groups={groups} asked={asked} onChange={set} />
      <Button type="submit" look="go">
        {words.say('media.changeSave')}
      </Button>
    </DialogForm>
  )
}
