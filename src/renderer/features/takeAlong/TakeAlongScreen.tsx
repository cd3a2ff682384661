import './takeAlong.css'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { TakeAlongView, TakeRow } from '../../workerLink/sheetViews.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { sayTrouble } from '../../words/sheetWords.ts'
import { useWords } from '../../words/useWords.ts'
import { AsOf } from './AsOf.tsx'
import { Ready } from './Ready.tsx'
import { TakeList } from './TakeList.tsx'

/** Which sessions this laptop goes along to, and whether all of them is on it (story 1). */
export function TakeAlongScreen() {
  const words = useWords()
  const view = useView('takeAlong', null)
  if (!view) return <Page title={words.say('take.title')}>{null}</Page>
  return <TakeAlong view={view} />
}

function TakeAlong({ view }: { view: TakeAlongView }) {
  const words = useWords()
  const worker = useWorker()
  const take = async (row: TakeRow) =>
    sayTrouble(await worker.run('takeAlong', { session: row.which, deviceId: view.device.id, deviceName: view.device.name }), words)
  const leave = async (takenLaptopId: string) => sayTrouble(await worker.run('leaveBehind', { takenLaptopId }), words)
  const week = view.sessions.filter((row) => row.soon && !row.takenLaptopId && !row.cancelled)
  const takeWeek = async () => {
    for (const row of week) if (!(await take(row))) return
  }
  const actions = {
    week: { id: 'take.week', label: words.say('take.week'), key: 'F3', when: week.length > 0, run: () => void takeWeek() },
    fetch: { id: 'take.fetch', label: words.say('take.fetch'), key: 'Ctrl+Enter', run: () => void worker.sendNow() },
  } satisfies Record<string, Action>
  useActions(Object.values(actions))
  const under = words.say('take.under', { device: view.device.name, day: words.day(view.upTo) })
  return (
    <Page
      title={words.say('take.title')}
      under={under}
      actions={
        <>
          <ActionButton action={actions.fetch} />
          <ActionButton action={actions.week} look={week.length > 0 ? 'go' : 'plain'} />
        </>
      }
    >
      <AsOf view={view} />
      <div className="columns columns--even">
        <div className="column">
          <TakeList sessions={view.sessions} onToggle={(row) => void (row.takenLaptopId ? leave(row.takenLaptopId) : take(row))} />
        </div>
        <div className="column">
          {view.chosen.length === 0 && (
            <Card>
              <Empty title={words.say('take.choose')}>{words.say('take.chooseMore')}</Empty>
            </Card>
          )}
          {view.chosen.map((card) => (
            <Ready key={card.sessionId} card={card} />
          ))}
        </div>
      </div>
    </Page>
  )
}
