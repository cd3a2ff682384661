import { useState } from 'react'
import { media } from '../../../shared/records/media.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { useInWindow } from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { useWords } from '../../words/useWords.ts'
import { whySays } from '../../words/whySays.ts'

/** Destroys the file, with why. */
export function Destroy({ mediaId }: { mediaId: string }) {
  const words = useWords()
  const worker = useWorker()
  const [asking, setAsking] = useState(false)
  const [why, keep, drop] = useInWindow(`why/media/${mediaId}`, '')
  const { refused, refuse, saved } = useSaving<unknown>(() => {
    drop()
    setAsking(false)
  })
  const destroy = async (because: string) => saved(await worker.run('removeMedia', { mediaId, because }))
  const close = () => {
    refuse(null)
    setAsking(false)
  }
  return (
    <div>
      <Button look="danger" onClick={() => setAsking(true)}>
        {words.say('media.destroy')}
      </Button>
      {asking && (
        <WhyDialog
          title={words.say('media.destroyTitle')}
          most={longest(media, 'removedBecause')}
          says={whySays(words, { hint: words.say('media.destroyHint'), does: words.say('media.destroy') })}
          look="danger"
          refused={refused}
          kept={[why, keep]}
          onWhy={(because) => void destroy(because)}
          onClose={close}
        />
      )}
    </div>
  )
}
