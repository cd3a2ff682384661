import { useEffect, useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { FileState, MediaLine } from '../../workerLink/mediaViews.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { fileInWords } from './sizes.ts'
import { lookTroubleInWords } from './troubles.ts'

interface Looked extends Pick<MediaLine, 'mediaId' | 'kind' | 'title' | 'bytes'> {
  file: FileState
}

/** Shows the file while somebody looks at it. Its address lives in this window's memory and is taken back when it closes or the laptop locks. */
export function Viewer({ mediaId, kind, title, file, bytes }: Looked) {
  const words = useWords()
  const worker = useWorker()
  const [address, setAddress] = useState<string | null>(null)
  const [opening, setOpening] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address])
  const look = async () => {
    setOpening(true)
    setFailed(null)
    const got = await worker.lookAtMedia({ mediaId })
    setOpening(false)
    if (got.ok) setAddress(URL.createObjectURL(got.value))
    else setFailed(lookTroubleInWords(got.reason, words))
  }
  const cannot = () => {
    setAddress(null)
    setFailed(words.say('media.cannotPlay'))
  }
  return (
    <>
      {failed && (
        <Notice tone="danger" urgent>
          {failed}
        </Notice>
      )}
      {address && <Shown address={address} kind={kind} title={title} onError={cannot} />}
      {opening && <p role="status">{file.state === 'fetching' ? fileInWords({ bytes }, file, words) : words.say('media.looking')}</p>}
      {address ? (
        <Button onClick={() => setAddress(null)}>{words.say('media.hide')}</Button>
      ) : (
        !opening && <Button onClick={() => void look()}>{words.say('media.look')}</Button>
      )}
    </>
  )
}

function Shown({ address, kind, title, onError }: { address: string; kind: MediaLine['kind']; title: string; onError: () => void }) {
  if (kind === 'picture') return <img className="media__shown" src={address} alt={title} onError={onError} />
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- what somebody filmed on a walk has no captions to show
  if (kind === 'sound') return <audio className="media__shown" src={address} controls aria-label={title} onError={onError} />
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- the same
  return <video className="media__shown" src={address} controls playsInline aria-label={title} onError={onError} />
}
