import type { CardRow } from '../../workerLink/views.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { PrintPage, Sheet } from '../../ui/PrintPage.tsx'
import { printSays } from '../../words/printSays.ts'
import { useWords } from '../../words/useWords.ts'
import { typedLength } from '../../../shared/rules/cards.ts'
import { QrCode } from './QrCode.tsx'

/** Cards of 85 by 54 mm, as they go into a purse: two beside each other, five above. */
const perSheet = 10

/** Cards as they will be printed. The code holds a random token and nothing else. */
export function CardPages({ title, rows, onBack }: { title: string; rows: CardRow[]; onBack: () => void }) {
  const words = useWords()
  const printing = usePrinting('cards.pdf', { print: words.say('cards.print'), save: words.say('print.save') })
  const made = rows.filter((row) => row.card)
  const sheets = Array.from({ length: Math.ceil(made.length / perSheet) }, (_, at) => made.slice(at * perSheet, (at + 1) * perSheet))
  return (
    <PrintPage
      title={title}
      under={words.say('cards.sheets', { count: made.length })}
      says={printSays(words, printing.save !== null)}
      printing={printing}
      onBack={onBack}
    >
      {sheets.map((sheet) => (
        <Sheet key={sheet[0]?.personId} className="card-sheet">
          <ul className="card-sheet__cards">
            {sheet.map((row) => (
              <PaperCard key={row.personId} row={row} />
            ))}
          </ul>
        </Sheet>
      ))}
    </PrintPage>
  )
}

function PaperCard({ row }: { row: CardRow }) {
  const words = useWords()
  if (!row.card) return null
  const typed = row.card.token.slice(0, typedLength)
  return (
    <li className="paper-card">
      <QrCode text={row.card.token} label={words.say('cards.alt', { name: row.kioskName })} />
      <div className="paper-card__words">
        <p className="paper-card__name">{row.kioskName}</p>
        <p>
          {words.say('cards.code')}
          <span className="paper-card__code">{`${typed.slice(0, 3)} ${typed.slice(3)}`}</span>
        </p>
      </div>
    </li>
  )
}
