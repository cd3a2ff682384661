import './expect.css'
import type { ReactNode } from 'react'
import { savesPdf } from '../../host/printing.ts'
import { accessLabel } from '../../../shared/rules/directoryLists.ts'
import type { ExpectView } from '../../workerLink/matchViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { go, goBack } from '../../state/place.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { PrintPage, Sheet } from '../../ui/PrintPage.tsx'
import { costInWords, timesInWords } from '../../words/matchInWords.ts'
import { printSays } from '../../words/printSays.ts'
import { useWords, type Words } from '../../words/useWords.ts'

/** What to expect of something somebody was offered: in large print, to take away or to be read out (story 22). */
export function ExpectScreen({ personId, offerId }: { personId: string; offerId: string }) {
  const words = useWords()
  const view = useView('expectSheet', { personId, offerId })
  if (view === undefined) return <Absent answer={view} />
  if (view) return <Expect view={view} />
  const back = <Button onClick={() => go({ at: 'person', personId })}>{words.say('match.back')}</Button>
  return (
    <Page title={words.say('expect.title')}>
      <Empty title={words.say('expect.gone')} actions={back} />
    </Page>
  )
}

function Expect({ view }: { view: ExpectView }) {
  const words = useWords()
  const says = printSays(words, savesPdf())
  const printing = usePrinting(words.say('expect.file'), says)
  const missing = missingOf(view, words)
  return (
    <PrintPage
      title={words.say('expect.title')}
      under={`${view.what} · ${words.say('expect.under')}`}
      says={says}
      printing={printing}
      onBack={goBack}
      before={
        <Notice tone={missing.length > 0 ? 'needs' : 'plain'}>
          {missing.length > 0 && <p>{words.say('expect.missing', { parts: words.list(missing) })}</p>}
          <p>{words.say('expect.noFace')}</p>
        </Notice>
      }
    >
      <Sheet className="expect">
        <h2 className="expect__what">{view.what}</h2>
        <p>{words.say('expect.for', { name: view.name })}</p>
        {view.about && <p>{view.about}</p>}
        <dl>
          {partsOf(view, words).map(([label, said]) => (
            <div key={label} className="keep-together">
              <dt>{label}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        {view.steps.length > 0 && (
          <div className="keep-together">
            <h3>{words.say('expect.steps')}</h3>
            <ol className="expect__steps">
              {view.steps.map((step, nth) => (
                <li key={nth}>{step}</li>
              ))}
            </ol>
          </div>
        )}
        {view.call && (
          <div className="keep-together">
            <h3>{words.say('expect.call')}</h3>
            <p className="expect__call">{words.say('expect.callOne', view.call)}</p>
          </div>
        )}
      </Sheet>
    </PrintPage>
  )
}

/** What is known, in the order in which somebody asks. */
function partsOf(view: ExpectView, words: Words): [string, ReactNode][] {
  const first = view.first && [words.day(view.first.date), view.first.start && words.time(view.first.start)].filter(Boolean).join(', ')
  const meets = [view.goesAlong, view.meetAt].filter(Boolean).join(': ')
  const cost = costInWords(view, words)
  const all: [string, ReactNode][] = [
    [words.say('expect.first'), first],
    [words.say('expect.when'), timesInWords(view, words)],
    [words.say('expect.where'), [view.place, view.address].filter((one, nth, both) => one && both.indexOf(one) === nth).join(', ')],
    [words.say('expect.meetingPoint'), view.meetingPoint],
    [words.say('expect.meet'), meets],
    [words.say('expect.leader'), view.leader],
    [words.say('expect.bring'), view.bring],
    [
      words.say('expect.cost'),
      view.free || view.pence === 0 ? words.say('expect.costFree') : cost === words.say('cost.notKnown') ? words.say('expect.costAsk') : cost,
    ],
    [words.say('expect.transport'), view.transport],
    [words.say('expect.place'), view.access.map(accessLabel).join(', ')],
  ]
  return all.filter(([, said]) => Boolean(said))
}

/** What nobody has written down, and somebody going for the first time wants to know. */
function missingOf(view: ExpectView, words: Words): string[] {
  const lower = (id: 'expect.when' | 'expect.where' | 'expect.bring' | 'expect.cost' | 'expect.steps') => words.say(id).toLocaleLowerCase()
  return [
    timesInWords(view, words) ? [] : lower('expect.when'),
    view.place || view.address ? [] : lower('expect.where'),
    view.bring ? [] : lower('expect.bring'),
    view.free !== null || view.pence || view.costWords ? [] : lower('expect.cost'),
    view.steps.length > 0 ? [] : lower('expect.steps'),
  ].flat()
}
