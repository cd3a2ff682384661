import './paper.css'
import { useView } from '../../workerLink/useView.ts'
import type { RegisterSheetView } from '../../workerLink/sheetViews.ts'
import { goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { PrintPage, Sheet } from '../../ui/PrintPage.tsx'
import { momentInWords } from '../../words/sentences.ts'
import { sessionInWords } from '../../words/sheetWords.ts'
import { useWords } from '../../words/useWords.ts'
import { NameCell, SheetHead } from './SheetParts.tsx'
import { blankLinesFor } from './blankLines.ts'
import { useSheet } from './useSheet.ts'

/** What stands in a box for the pencil. */
const toFillIn = '\u00a0'

/** The register as it is filled in with a pencil. */
export function RegisterSheetScreen({ sessionId }: { sessionId: string }) {
  const view = useView('registerSheet', { sessionId })
  if (!view) return <Absent answer={view} what="register" />
  return <RegisterSheet view={view} />
}

function RegisterSheet({ view }: { view: RegisterSheetView }) {
  const words = useWords()
  const { number, says, printing } = useSheet({
    which: view.which,
    nextNumber: view.nextNumber,
    kind: 'register',
    file: words.say('sheet.file', { date: view.date }),
  })
  return (
    <PrintPage
      title={words.say('sheet.registerTitle')}
      under={`${sessionInWords(view, words)} · ${words.say('sheet.under', { count: view.lines.length })}`}
      says={says}
      printing={printing}
      onBack={goBack}
    >
      <Sheet className="paper">
        <SheetHead view={view} number={number} />
        {view.moments.length > 0 && (
          <p className="paper__counts">
            <strong>{words.say('sheet.counts')}</strong>
            {view.moments.map((moment) => (
              <span key={moment}>
                {momentInWords(moment, words)} <span className="paper__blank" />
              </span>
            ))}
          </p>
        )}
        <table className="paper__lines">
          <caption className="out-of-sight">{words.say('sheet.registerTitle')}</caption>
          <Columns companions={view.companions} number={number} />
          <tbody>
            {view.lines.map((line, at) => (
              <Line key={line.personId} number={at + 1} name={<NameCell line={line} />} companions={view.companions} />
            ))}
          </tbody>
          <tbody>
            <tr className="paper__new">
              <th scope="rowgroup" colSpan={view.companions ? 6 : 5}>
                {words.say('sheet.new')}: {words.say('sheet.newMore')}
              </th>
            </tr>
            {Array.from({ length: blankLinesFor(view.lines.length) }, (_, at) => (
              <Line key={at} number={view.lines.length + at + 1} name={null} companions={view.companions} />
            ))}
          </tbody>
        </table>
        <p className="paper__foot">
          {words.say('sheet.unread')} <strong>{words.say('sheet.bringBack')}</strong>
        </p>
      </Sheet>
    </PrintPage>
  )
}

/** Stands on top of each page, with the number: a second page without it is nobody’s. */
function Columns({ companions, number }: { companions: boolean; number: string }) {
  const words = useWords()
  return (
    <thead>
      <tr>
        <th scope="col" className="paper__no">
          {words.say('sheet.no')}
        </th>
        <th scope="col">
          {words.say('sheet.name')} <span className="paper__again">{words.say('sheet.number', { number })}</span>
        </th>
        <th scope="col" className="paper__box">
          {words.say('sheet.in')}
        </th>
        {companions && (
          <th scope="col" className="paper__box">
            {words.say('sheet.with')}
          </th>
        )}
        <th scope="col" className="paper__tick">
          {words.say('sheet.out')}
        </th>
        <th scope="col" className="paper__box">
          {words.say('sheet.left')}
        </th>
      </tr>
    </thead>
  )
}

function Line({ number, name, companions }: { number: number; name: React.ReactNode; companions: boolean }) {
  return (
    <tr>
      <td className="paper__no">{number}</td>
      {name === null ? (
        <td>{toFillIn}</td>
      ) : (
        <th scope="row" className="paper__name">
          {name}
        </th>
      )}
      <td>{toFillIn}</td>
      {companions && <td>{toFillIn}</td>}
      <td>{toFillIn}</td>
      <td>{toFillIn}</td>
    </tr>
  )
}
