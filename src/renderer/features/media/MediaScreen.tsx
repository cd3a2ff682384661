import './media.css'
import { go, goBack } from '../../state/place.ts'
import type { MediaLine } from '../../workerLink/mediaViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import { AddMedia } from './AddMedia.tsx'
import { fileInWords, sizeInWords } from './sizes.ts'

/** Every picture, film and testimonial: what may be used where, and where each file is (story 34). */
export function MediaScreen() {
  const words = useWords()
  const view = useView('mediaList', null)
  if (!view) return <Absent answer={view} />
  const actions = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  return (
    <Page title={words.say('media.title')} under={words.say('media.under')} actions={actions}>
      <div className="media">
        <AddMedia view={view} />
        <Card title={words.say('media.list')}>
          {view.lines.length === 0 ? <Empty title={words.say('media.none')}>{words.say('media.noneMore')}</Empty> : <Lines lines={view.lines} />}
        </Card>
      </div>
    </Page>
  )
}

function Lines({ lines }: { lines: readonly MediaLine[] }) {
  const words = useWords()
  return (
    <ul className="rows" aria-label={words.say('media.list')}>
      {lines.map((one) => (
        <li key={one.mediaId}>
          <span className="grow">
            <button type="button" className="link" onClick={() => go({ at: 'mediaOne', mediaId: one.mediaId })}>
              {one.title}
            </button>
            <br />
            <span className="soft">{aboutInWords(one, words)}</span>
            {one.file && (
              <>
                <br />
                <span className="soft">{fileInWords(one, one.file, words)}</span>
              </>
            )}
          </span>
          <Marks one={one} />
        </li>
      ))}
    </ul>
  )
}

/** "Film, 41 MB, Walk and Talk, taken 3 May" */
export function aboutInWords(one: MediaLine, words: Words): string {
  const line = words.say('media.line', { kind: words.say(`media.kind.${one.kind}`), size: sizeInWords(one.bytes, words) })
  return [line, one.group, one.takenOn && words.say('media.taken', { day: words.fullDate(one.takenOn) })].filter(Boolean).join(', ')
}

function Marks({ one }: { one: MediaLine }) {
  const words = useWords()
  if (!one.file) return <Chip>{words.say('media.gone')}</Chip>
  if (one.kind === 'paper') return null
  const uses = words.list(one.mayBe.map((use) => words.say(`use.${use}`)))
  return (
    <Chips>
      {one.toTakeDown > 0 && <Chip tone="danger">{words.say('media.toTakeDown', { count: one.toTakeDown })}</Chip>}
      {one.whoMissing && <Chip tone="needs">{words.say('media.who')}?</Chip>}
      <Chip tone={uses ? 'good' : 'plain'}>{uses ? words.say('media.mayBe', { uses }) : words.say('media.mayBeNone')}</Chip>
      {one.shownAt > one.toTakeDown && <Chip>{words.say('media.shownAt', { count: one.shownAt - one.toTakeDown })}</Chip>}
    </Chips>
  )
}
