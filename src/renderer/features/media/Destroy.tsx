import { useState } from 'react'
import { media } from '../../../shared/records/media.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { whySays } from '../../words/whySays.ts'

/** Destroys the file, with why. */
export function Destroy({ mediaId }: { mediaId: string }) {
  const words = useWords()
  const worker = useWorker()
  const [asking, setAsking] = useState(false)
  const [refused, refuse] = useState<string | null>(null)
  const destroy = async (because: string) => {
    setAsking(false)
    const done = await worker.run('removeMedia', { mediaId, because })
    refuse(done.ok ? null : reasonInWords(done.reason, words))
  }
  return (
    <div>
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      <Button look="danger" onClick={() => setAsking(true)}>
        {words.say('media.destroy')}
      </Button>
      {asking && (
        <WhyDialog
          title={words.say('media.destroyTitle')}
          most={longest(media, 'removedBecause')}
          says={whySays(words, { hint: words.say('media.destroyHint'), does: words.say('media.destroy') })}
          onWhy={(why) => void destroy(why)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
