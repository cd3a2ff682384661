import './media.css'
import { useState } from 'react'
import type { MediaView } from '../../workerLink/mediaViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { go, goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { joinTroubleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { AboutForm } from './AboutForm.tsx'
import { Destroy } from './Destroy.tsx'
import { aboutInWords } from './MediaScreen.tsx'
import { SaveCopy } from './SaveCopy.tsx'
import { Shown } from './Shown.tsx'
import { fileInWords, sizeInWords } from './sizes.ts'
import { Uses } from './Uses.tsx'
import { Viewer } from './Viewer.tsx'
import { WhoIsIn } from './WhoIsIn.tsx'

/** One picture or film: the file itself, who is in it, for what it may be used and where it is shown (story 34). */
export function MediaOneScreen({ mediaId }: { mediaId: string }) {
  const words = useWords()
  const view = useView('mediaOne', { mediaId })
  if (!view) return <Absent answer={view} what="media" actions={<Button onClick={() => go({ at: 'media' })}>{words.say('media.title')}</Button>} />
  const actions = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  return (
    <Page title={view.title} under={aboutInWords(view, words)} actions={actions}>
      {view.removed && (
        <Notice title={words.say('media.destroyed', { day: words.fullDate(words.dateOf(view.removed.at)), by: view.removed.by })}>
          {view.removed.because}
        </Notice>
      )}
      <div className="columns">
        <div className="column">
          <File view={view} />
          {view.kind !== 'paper' && !view.removed && <WhoIsIn key={mediaId} view={view} />}
        </div>
        <div className="column">
          {view.kind === 'paper' ? <Notice>{words.say('media.paperMore')}</Notice> : !view.removed && <Uses view={view} />}
          {view.kind !== 'paper' && <Shown view={view} />}
          {!view.removed && <Destroy mediaId={mediaId} />}
        </div>
      </div>
    </Page>
  )
}

function File({ view }: { view: MediaView }) {
  const words = useWords()
  const [changing, setChanging] = useState(false)
  const { file } = view
  return (
    <Card title={words.say(`media.kind.${view.kind}`)}>
      <div className="card__body media__file">
        {file && view.kind !== 'paper' && <Viewer mediaId={view.mediaId} kind={view.kind} title={view.title} file={file} bytes={view.bytes} />}
        {file && <p role="status">{fileInWords(view, file, words)}</p>}
        {file?.trouble && file.state === 'toSend' && <Notice tone="needs">{joinTroubleInWords(file.trouble, words)}</Notice>}
        <p className="soft">{words.say('media.file', { name: view.fileName, size: sizeInWords(view.bytes, words) })}</p>
        <p className="soft">{words.say('media.by', { by: view.by, day: words.fullDate(words.dateOf(view.at)) })}</p>
        {file && (
          <div className="notice__actions">
            <Button onClick={() => setChanging(true)}>{words.say('media.change')}</Button>
            {(view.kind === 'paper' || view.mayBe.length > 0) && <SaveCopy view={view} />}
          </div>
        )}
      </div>
      {changing && <AboutForm view={view} onClose={() => setChanging(false)} />}
    </Card>
  )
}
