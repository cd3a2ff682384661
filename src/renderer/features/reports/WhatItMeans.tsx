import type { ReportTable } from '../../../shared/reports/defineReport.ts'
import type { FigureName } from '../../../shared/rules/figures.ts'
import type { ReportName } from '../../../shared/reports/index.ts'
import { useWords } from '../../words/useWords.ts'
import { headingOf } from './headingOf.ts'

/** What each figure of the table counts, in the words in which it is decided (rules/figures.ts). */
export function WhatItMeans({ name, table }: { name: ReportName; table: ReportTable }) {
  const words = useWords()
  const meant = table.columns.flatMap(({ id, means }) => (means ? [{ id, means }] : []))
  if (meant.length === 0) return null
  return (
    <>
      <h3>{words.say('report.means')}</h3>
      <dl className="report__means">
        {meant.map(({ id, means }) => (
          <div key={id}>
            <dt>{headingOf(name, id, words)}</dt>
            <dd>{words.say(`figure.${means satisfies FigureName}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
