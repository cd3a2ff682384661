import './retention.css'
import { useEffect, useState } from 'react'
import { savesPdf } from '../../host/printing.ts'
import { saveText } from '../../host/saving.ts'
import type { InputOf } from '../../../shared/commands/index.ts'
import type { OwnCopySection, OwnCopyView } from '../../workerLink/retentionViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { Absent } from '../../parts/Absent.tsx'
import { goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { Button } from '../../ui/Button.tsx'
import { PrintPage, Sheet } from '../../ui/PrintPage.tsx'
import { fieldInWords, recordInWords, writtenInWords } from '../../words/officeWords.ts'
import { present } from '../../words/present.ts'
import { printSays } from '../../words/printSays.ts'
import { useWords, type Words } from '../../words/useWords.ts'

/** Everything about a person that is on this laptop, for them: on paper, as a PDF, or as a file that programs read (story 35). */
export function OwnCopyScreen({ personId }: { personId: string }) {
  const worker = useWorker()
  const [view, setView] = useState<OwnCopyView | null | undefined>(undefined)
  useEffect(() => {
    let here = true
    void worker.ask('ownCopy', { personId }).then((made) => here && setView(made))
    return () => {
      here = false
    }
  }, [worker, personId])
  if (!view) return <Absent answer={view} what="person" />
  return <OwnCopy view={view} />
}

function OwnCopy({ view }: { view: OwnCopyView }) {
  const words = useWords()
  const worker = useWorker()
  const says = printSays(words, savesPdf())
  const file = words.say('ownCopy.file', { date: words.dateOf(view.at) })
  const log = async (format: InputOf<'logOwnCopy'>['format']) => worker.run('logOwnCopy', { personId: view.personId, rows: view.rows, format })
  const logFirst = async () => (await log('paper')).ok
  const printing = usePrinting(`${file}.pdf`, says, undefined, logFirst)
  const saveJson = async () => {
    const logged = await log('json')
    if (!logged.ok) return
    const saved = await saveText(`${file}.json`, jsonOf(view, words)).catch(() => false)
    if (saved) say(words.say('ownCopy.saved'))
    else await worker.run('exportNotSaved', { exportId: logged.value.exportId })
  }
  return (
    <PrintPage
      title={words.say('ownCopy.title')}
      under={words.say('ownCopy.under')}
      says={says}
      printing={printing}
      onBack={goBack}
      before={<Button onClick={() => void saveJson()}>{words.say('ownCopy.json')}</Button>}
    >
      <Sheet className="own-copy">
        <h1>{words.say('ownCopy.of', { name: view.name })}</h1>
        <p>{words.say('ownCopy.asAt', { time: words.clock(view.at), date: words.fullDate(words.dateOf(view.at)) })}</p>
        <p>{words.say('ownCopy.leftOut')}</p>
        {view.sections.map((section) => (
          <Section key={section.record} section={section} />
        ))}
      </Sheet>
    </PrintPage>
  )
}

function Section({ section }: { section: OwnCopySection }) {
  const words = useWords()
  return (
    <section>
      <h2>{recordInWords(section.record, words)}</h2>
      {section.rows.map((row) => (
        <dl key={row.id}>
          {row.fields.map(({ field, values }) => (
            <div key={field}>
              <dt>{fieldInWords(field, words)}</dt>
              <dd>{writtenInWords(values, words, present())}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  )
}

/** The same by its labels, as JSON: a list for each kind of thing that is written. */
function jsonOf(view: OwnCopyView, words: Words): string {
  const rowOf = (row: OwnCopySection['rows'][number]) =>
    Object.fromEntries(row.fields.map(({ field, values }) => [fieldInWords(field, words), writtenInWords(values, words, view.at)]))
  const kinds = Object.fromEntries(view.sections.map(({ record, rows }) => [recordInWords(record, words), rows.map(rowOf)]))
  return `${JSON.stringify({ [words.say('ownCopy.person')]: view.name, [words.say('ownCopy.made')]: view.at, ...kinds }, null, 2)}\n`
}
