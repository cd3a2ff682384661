import { useWorker } from '../../workerLink/link.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** Says what happened to a laptop that went on from an old copy of itself, until somebody has read it. */
export function CopyNotice() {
  const words = useWords()
  const worker = useWorker()
  const read = <Button onClick={() => void worker.copyRead()}>{words.say('surgery.copiedRead')}</Button>
  return (
    <Notice tone="needs" title={words.say('surgery.copied')} actions={read}>
      <p>{words.say('surgery.copiedWhat')}</p>
      <p>{words.say('surgery.copiedCheck')}</p>
    </Notice>
  )
}
