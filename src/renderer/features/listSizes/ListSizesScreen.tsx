import './listSizes.css'
import { useState } from 'react'
import { Absent } from '../../parts/Absent.tsx'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ListSizesView, ListSizeView } from '../../workerLink/listSizeViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { Deprivation } from './Deprivation.tsx'
import { BringFile } from './BringFile.tsx'
import { ListSizeForm } from './ListSizeForm.tsx'

/** How many patients each practice has on its list: against these uptake is told per 1,000 (story 28). */
export function ListSizesScreen() {
  const words = useWords()
  const view = useView('listSizes', null)
  const [typing, setTyping] = useState<string | null>(null)
  if (!view) return <Absent answer={view} what="listSizes" />
  return (
    <Page
      title={words.say('listSizes.title')}
      under={words.say('listSizes.under')}
      actions={
        <>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('common.back')}
          </Button>
          <Button onClick={() => setTyping('')}>{words.say('listSizes.write')}</Button>
        </>
      }
    >
      <BringFile view={view} />
      <Card title={words.say('listSizes.practices')}>
        {view.practices.length === 0 ? <Empty title={words.say('listSizes.none')}>{words.say('listSizes.noneMore')}</Empty> : <Known view={view} />}
      </Card>
      {view.missing.length > 0 && <Missing view={view} onWrite={setTyping} />}
      <Deprivation known={view.deprived} />
      {typing !== null && <ListSizeForm odsCode={typing} today={view.today} onClose={() => setTyping(null)} />}
    </Page>
  )
}

function Known({ view }: { view: ListSizesView }) {
  const words = useWords()
  return (
    <div className="table-scroll">
      <table className="listSizes">
        <thead>
          <tr>
            {(['practice', 'code', 'patients', 'asAt', 'knows'] as const).map((name) => (
              <th scope="col" key={name} className={name === 'patients' ? 'figures' : ''}>
                {words.say(`listSizes.${name}`)}
              </th>
            ))}
            <th scope="col">
              <span className="out-of-sight">{words.say('listSizes.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.practices.map((one) => (
            <Practice key={one.odsCode} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Practice({ one }: { one: ListSizeView }) {
  const words = useWords()
  const worker = useWorker()
  const name = one.name ?? one.odsCode
  const remove = async () => {
    const done = await worker.run('voidListSizes', { listSizeIds: one.ids })
    say(done.ok ? words.say('listSizes.removed', { name }) : reasonInWords(done.reason, words))
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{one.odsCode}</td>
      <td className="figures">{one.all === null ? words.say('listSizes.notKnown') : words.number(one.all)}</td>
      <td>{one.on ? words.fullDate(one.on) : ''}</td>
      <td>{knowsInWords(one, words)}</td>
      <td>
        <Button look="link" about={name} onClick={() => void remove()}>
          {words.say('listSizes.remove')}
        </Button>
      </td>
    </tr>
  )
}

function knowsInWords({ bySex, byAge }: ListSizeView, words: Words): string {
  const known = [bySex ? words.say('listSizes.bySex') : null, byAge ? words.say('listSizes.byAge') : null].filter((one) => one !== null)
  return known.length > 0 ? words.list(known) : words.say('listSizes.totalAlone')
}

/** Practices from which people come, and nobody has said how many patients they have. */
function Missing({ view, onWrite }: { view: ListSizesView; onWrite: (odsCode: string) => void }) {
  const words = useWords()
  return (
    <Card title={words.say('listSizes.missing')}>
      <ul className="rows" aria-label={words.say('listSizes.missing')}>
        {view.missing.map(({ odsCode, name }) => (
          <li key={odsCode}>
            <span className="grow">{name === odsCode ? name : words.say('listSizes.named', { name, odsCode })}</span>
            <Button look="link" about={name} onClick={() => onWrite(odsCode)}>
              {words.say('listSizes.writeOne')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
