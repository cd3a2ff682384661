import './cards.css'
import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { CardRow } from '../../workerLink/views.ts'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { CardPages } from './CardPages.tsx'
import { newToken } from './newToken.ts'

/** Cards for chosen members of a group: whoever has none gets one, then the sheet is shown as it will be printed (story 40). */
export function CardsScreen({ groupId }: { groupId: string }) {
  const words = useWords()
  const rows = useView('cards', { groupId })
  const group = useView('group', { groupId })
  const [shown, setShown] = useState<ReadonlySet<string> | null>(null)
  if (rows === undefined || group === undefined) return <Absent answer={undefined} />
  const title = words.say('cards.of', { group: group?.name ?? '' })
  if (shown) return <CardPages title={title} rows={rows.filter((row) => shown.has(row.personId))} onBack={() => setShown(null)} />
  return <Choose title={title} rows={rows} onMade={setShown} />
}

function Choose({ title, rows, onMade }: { title: string; rows: CardRow[]; onMade: (chosen: ReadonlySet<string>) => void }) {
  const words = useWords()
  const worker = useWorker()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(rows.filter((row) => !row.card).map((row) => row.personId)))
  const choose = (personId: string, yes: boolean) => {
    const next = new Set(chosen)
    if (yes) next.add(personId)
    else next.delete(personId)
    setChosen(next)
  }
  const make = async () => {
    const cards = rows.filter((row) => chosen.has(row.personId) && !row.card).map(({ personId }) => ({ personId, token: newToken() }))
    const result = cards.length > 0 ? await worker.run('makeCards', { cards }) : null
    if (result && !result.ok) return say(reasonInWords(result.reason, words))
    onMade(chosen)
  }
  if (rows.length === 0) {
    return (
      <Page
        title={title}
        actions={
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('print.back')}
          </Button>
        }
      >
        <Card>
          <Empty title={words.say('cards.empty')}>{words.say('cards.emptyMore')}</Empty>
        </Card>
      </Page>
    )
  }
  return (
    <Page
      title={title}
      under={words.say('cards.under')}
      actions={
        <>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('print.back')}
          </Button>
          <Button look="go" off={chosen.size === 0} onClick={() => void make()}>
            {words.say('cards.make', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <Card title={words.say('cards.who')}>
        <div className="card__body">
          <div className="chips">
            <Button onClick={() => setChosen(new Set(rows.map((row) => row.personId)))}>{words.say('cards.all')}</Button>
            <Button onClick={() => setChosen(new Set())}>{words.say('cards.none')}</Button>
          </div>
          <div className="cards-choose">
            {rows.map((row) => (
              <Checkbox
                key={row.personId}
                label={fullName(row, words)}
                hint={words.say(row.card ? 'cards.has' : 'cards.hasNone')}
                checked={chosen.has(row.personId)}
                onChange={(yes) => choose(row.personId, yes)}
              />
            ))}
          </div>
        </div>
      </Card>
    </Page>
  )
}
