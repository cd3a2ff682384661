import './match.css'
import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { Asked, MatchingView } from '../../workerLink/matchViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { useNow } from '../../state/useNow.ts'
import { Absent } from '../../parts/Absent.tsx'
import { LogGap } from '../../parts/LogGap.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { Found } from './Found.tsx'
import { WishForm } from './WishForm.tsx'

/** What fits somebody: what they are looking for, and each thing with the reasons (story 22). */
export function MatchScreen({ personId }: { personId: string }) {
  const view = useView('matching', { personId })
  if (!view) return <Absent answer={view} what="person" />
  return <Matching key={personId} view={view} />
}

/** As many as one reads through; more are shown when asked for. */
const atOnce = 15

function Matching({ view }: { view: MatchingView }) {
  const words = useWords()
  const { personId } = view
  const [asked, set, drop] = useEdits<Asked>(formKey('match', { personId }), view.asked)
  const [most, setMost] = useState(atOnce)
  const [gap, setGap] = useState(false)
  const none = useNone(view, asked, () => setGap(true))
  return (
    <Page
      title={words.say('match.title', { name: view.name })}
      actions={
        <>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('match.back')}
          </Button>
          {view.episodeId && <Button onClick={() => void none()}>{words.say('match.none')}</Button>}
        </>
      }
    >
      {gap && <LogGap person={view} from="match" need={asked.needs[0] ?? ''} place={view.from} onClose={() => setGap(false)} />}
      {!view.episodeId && (
        <Notice tone="needs" title={words.say('match.noCase')}>
          <p>{words.say('match.noCaseMore')}</p>
        </Notice>
      )}
      <div className="columns match__columns">
        <div className="column">
          <WishForm view={view} asked={asked} set={set} onReset={drop} />
        </div>
        <div className="column">
          <Found view={view} asked={asked} most={most} onMore={() => setMost(most + atOnce)} />
        </div>
      </div>
    </Page>
  )
}

/** Nothing fits: written down as an answer of its own, and then as a gap (story 25). */
function useNone({ personId, episodeId, name }: MatchingView, { needs }: Asked, onDone: () => void) {
  const words = useWords()
  const worker = useWorker()
  const today = words.dateOf(useNow())
  return async () => {
    if (!episodeId) return
    const done = await worker.run('noneSuitable', { personId, episodeId, needs: [...needs], offeredOn: today })
    say(done.ok ? words.say('match.noneDone', { name }) : reasonInWords(done.reason, words))
    if (done.ok) onDone()
  }
}
