import { useState, type DragEvent } from 'react'
import { fileTypes } from '../../../shared/rules/mediaFiles.ts'
import type { Added, MediaListView } from '../../workerLink/mediaViews.ts'
import { go } from '../../state/place.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { AddForm } from './AddForm.tsx'
import { sizeInWords } from './sizes.ts'

const accepted = Object.values(fileTypes)
  .flatMap(({ mime, endings }) => [mime, ...endings.map((ending) => `.${ending}`)])
  .join(',')

/** A file is chosen or dropped; while it is sealed it says how far it has come. */
export function AddMedia({ view }: { view: MediaListView }) {
  const words = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [same, setSame] = useState<Extract<Added, { sameAs: unknown }>['sameAs'] | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const take = (chosen: File | undefined) => {
    refuse(null)
    setSame(null)
    setFile(chosen ?? null)
  }
  const added = (done: Added) => {
    setFile(null)
    if ('sameAs' in done) setSame(done.sameAs)
    else go({ at: 'mediaOne', mediaId: done.mediaId })
  }
  return (
    <Card title={words.say('media.add')}>
      <div className="card__body">
        {refused && (
          <Notice tone="danger" urgent>
            {refused}
          </Notice>
        )}
        {same && <Same {...same} />}
        {view.adding ? <Adding {...view.adding} /> : <Choose onFile={take} />}
        <p className="soft">{words.say('media.place')}</p>
      </div>
      {file && <AddForm file={file} groups={view.groups} onAdded={added} onRefused={refuse} onClose={() => setFile(null)} />}
    </Card>
  )
}

function Choose({ onFile }: { onFile: (file: File | undefined) => void }) {
  const words = useWords()
  const [over, setOver] = useState(false)
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(isOver)
  }
  const drop = (event: DragEvent) => {
    drag(false)(event)
    onFile(event.dataTransfer.files[0])
  }
  return (
    <div className={`media__drop ${over ? 'media__drop--over' : ''}`} onDragOver={drag(true)} onDragLeave={drag(false)} onDrop={drop}>
      <FileButton accept={accepted} onFile={onFile}>
        {words.say('media.choose')}
      </FileButton>
      <span className="soft">{words.say('media.drop')}</span>
    </div>
  )
}

function Same({ mediaId, title }: { mediaId: string; title: string }) {
  const words = useWords()
  const open = <Button onClick={() => go({ at: 'mediaOne', mediaId })}>{words.say('media.sameOpen')}</Button>
  return (
    <Notice tone="needs" urgent actions={open}>
      {words.say('media.same', { title })}
    </Notice>
  )
}

function Adding({ done, of }: { done: number; of: number }) {
  const words = useWords()
  const said = words.say('media.adding', { done: sizeInWords(done, words), of: sizeInWords(of, words) })
  return (
    <>
      <p role="status">{said}</p>
      <progress className="media__progress" max={of} value={done} aria-label={said} />
      <p className="soft">{words.say('media.addingMore')}</p>
    </>
  )
}
