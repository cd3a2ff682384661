import { useState } from 'react'
import { csvOf } from '../../../shared/reports/csv.ts'
import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import type { AskedReport } from '../../../shared/reports/index.ts'
import type { Dimension } from '../../../shared/reports/whoTheyAre.ts'
import { daysOfQuarter } from '../../../shared/std/quarters.ts'
import { sheetsOf } from '../../../shared/reports/sheets.ts'
import type { InputOf } from '../../../shared/commands/index.ts'
import { saveBytes, saveText } from '../../host/saving.ts'
import { say } from '../../state/said.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { WorkerCalls } from '../../workerLink/contract.ts'
import { useView } from '../../workerLink/useView.ts'
import { present } from '../../words/present.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { saidInWords } from './cellInWords.ts'
import { headingOf } from './headingOf.ts'

export type Format = 'csv' | 'xlsx'

/** What a file says about itself. */
interface Made {
  asked: AskedReport
  /** Of which group, days or quarter. */
  of: string
  why: string
  by: string
  /** The end of the id of its line in the log: it stands in the file name, so that a file is found in the log again. */
  number: string
}

/**
 * Saves a report as a file. Its line in the log is written first; if there is no file in the end, the line says so.
 * @returns why it failed, and saves: true when there is a file
 */
export function useExport(asked: AskedReport, of: string) {
  const words = useWords()
  const worker = useWorker()
  const by = useView('me', null)?.name ?? ''
  const [failed, setFailed] = useState<string | null>(null)
  const save = async (table: ReportTable, why: string, format: Format): Promise<boolean> => {
    const logged = await worker.run('logExport', { ...chosenIn(asked), report: asked.name, rows: table.rows.length, why, format })
    if (!logged.ok) {
      setFailed(reasonInWords(logged.reason, words))
      return false
    }
    const { exportId } = logged.value
    const made = { asked, of, why, by, number: exportId.slice(-8) }
    const saved = await saveAs(format, table, made, words, worker).catch(() => null)
    if (!saved) await worker.run('exportNotSaved', { exportId })
    setFailed(saved === null ? words.say('report.csvFailed') : null)
    if (saved) say(words.say('report.saved'))
    return saved === true
  }
  return { failed, save }
}

/** Group, days and by what it is broken down: ids, dates and codes, no personal words. */
function chosenIn({ params }: AskedReport): Pick<InputOf<'logExport'>, 'groupId' | 'from' | 'to' | 'by'> {
  const {
    groupId = null,
    quarter,
    by = null,
    ...days
  } = params as { groupId?: string | null; from?: string; to?: string; quarter?: string; by?: Dimension }
  const { from = null, to = null } = quarter ? daysOfQuarter(quarter) : days
  return { groupId, from, to, by }
}

async function saveAs(format: Format, table: ReportTable, made: Made, words: Words, worker: WorkerCalls): Promise<boolean> {
  const date = words.dateOf(present())
  const name = words.say('export.file', { report: made.asked.name, date, number: made.number })
  const headings = table.columns.map((one) => headingOf(made.asked.name, one.id, words))
  if (format === 'csv')
    return saveText(
      `${name}.csv`,
      csvOf(table, headings, (one) => saidInWords(one, words)),
    )
  const names = { figures: words.say('export.figures'), about: words.say('export.about') }
  const sheets = sheetsOf(table, headings, names, aboutOf(made, table, words), (one) => saidInWords(one, words))
  return saveBytes(`${name}.xlsx`, await worker.makeWorkbook(sheets))
}

/** The sheet "About": what it counts, of what, as at when, who made it and why. */
function aboutOf({ asked, of, why, by, number }: Made, table: ReportTable, words: Words): [string, string][] {
  const now = present()
  return [
    [words.say('export.report'), words.say(`report.${asked.name}`)],
    [words.say('export.counts'), words.say(`reportCounts.${asked.name}`)],
    [words.say('export.of'), of],
    [words.say('export.rows'), words.number(table.rows.length)],
    [words.say('export.asAt'), words.say('export.asAtWhen', { time: words.clock(now), date: words.fullDate(words.dateOf(now)) })],
    [words.say('export.by'), by],
    [words.say('export.because'), why],
    [words.say('export.number'), number],
  ]
}
