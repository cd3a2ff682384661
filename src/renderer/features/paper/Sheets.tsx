import { useWorker } from '../../workerLink/link.ts'
import type { SheetRow } from '../../workerLink/sheetViews.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { sayTrouble } from '../../words/sheetWords.ts'
import { useWords } from '../../words/useWords.ts'

const ends = ['returned', 'destroyed', 'lost'] as const

/** Every sheet that was printed, until it came back or was shredded. */
export function Sheets({ sheets }: { sheets: readonly SheetRow[] }) {
  const words = useWords()
  const out = sheets.filter((sheet) => sheet.ended === null).length
  return (
    <Card title={words.say('paper.sheets')} aside={sheets.length > 0 && words.say('paper.sheetsAside', { count: out })}>
      {sheets.length === 0 && <Empty title={words.say('paper.none')}>{words.say('paper.noneMore')}</Empty>}
      <ul className="rows" aria-label={words.say('paper.sheets')}>
        {sheets.map((sheet) => (
          <Row key={sheet.sheetId} sheet={sheet} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ sheet }: { sheet: SheetRow }) {
  const words = useWords()
  const now = useNow()
  const worker = useWorker()
  const { sheetId, number } = sheet
  const end = async (ended: SheetRow['ended']) => sayTrouble(await worker.run('endSheet', { sheetId, ended }), words)
  return (
    <li className="paper__sheet">
      <span className="grow">
        <span className="row__name figures">{number}</span> {words.say(`paper.kind_${sheet.kind}`)}
        <span className="paper__when">{words.say('paper.printed', { when: words.moment(sheet.at, now), by: sheet.by })}</span>
        <Chips>
          {sheet.keyedInAt && <Chip tone="good">{words.say('paper.keyed', { when: words.moment(sheet.keyedInAt, now) })}</Chip>}
          {sheet.ended && sheet.endedAt && (
            <Chip tone={sheet.ended === 'lost' ? 'danger' : 'plain'}>
              {words.say(`paper.${sheet.ended}`, { when: words.moment(sheet.endedAt, now) })}
            </Chip>
          )}
        </Chips>
        {sheet.ended === 'lost' && <span className="paper__lost">{words.say('paper.lostDo')}</span>}
      </span>
      <span className="paper__ends">
        {sheet.ended === null &&
          ends.map((ended) => (
            <Button key={ended} look="link" aria-label={words.say(`paper.${ended}Named`, { number })} onClick={() => void end(ended)}>
              {words.say(`paper.back_${ended}`)}
            </Button>
          ))}
        {sheet.ended !== null && (
          <Button look="link" aria-label={words.say('paper.stillOutNamed', { number })} onClick={() => void end(null)}>
            {words.say('paper.stillOut')}
          </Button>
        )}
      </span>
    </li>
  )
}
