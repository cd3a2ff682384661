import type { PlannedPerson, PlannedRow } from '../../../shared/portable/importMembers.ts'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { problemInWords } from '../../words/sentences.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { columnNames } from './columnNames.ts'

/** Rows shown of each kind: enough to see that the columns are right. */
const mostShown = 50

const tones: Record<PlannedRow['what'], Tone> = { add: 'new', join: 'good', more: 'good', already: 'plain', maybe: 'needs', reject: 'danger' }

/** The list as it was read: who, born when, to be reached how, who to call. */
export function ListTable({ rows, caption }: { rows: readonly PlannedRow[]; caption: string }) {
  const words = useWords()
  const heads = [
    'import.line',
    'import.what',
    'import.first',
    'import.family',
    'import.born',
    'import.phone',
    'import.contact',
    'import.see',
  ] as const
  return (
    <>
      <div className="table-scroll" {...{ tabIndex: 0 }}>
        <table className="table import__table">
          <caption className="out-of-sight">{caption}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {words.say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostShown).map((row) => (
              <Line key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostShown && <p className="card__body soft">{words.say('import.tableEnds', { count: mostShown, of: rows.length })}</p>}
    </>
  )
}

function Line({ row }: { row: PlannedRow }) {
  const words = useWords()
  const { person } = row
  return (
    <tr>
      <td className="figures">{row.line}</td>
      <td>
        <Chip tone={tones[row.what]}>{outcomeInWords(row, words)}</Chip>
      </td>
      {person && row.what === 'add' ? <Read person={person} /> : <Raw row={row} />}
    </tr>
  )
}

function outcomeInWords({ what, problem, at, person, differs }: PlannedRow, words: Words): string {
  if (what === 'maybe' && person) return words.say('what.maybeAdded')
  if (what === 'more' && !person && differs.length > 0) return words.say('what.differs')
  if (!problem) return words.say(`what.${what}`)
  return at ? `${words.say(columnNames[at])}: ${problemInWords(problem, words)}` : problemInWords(problem, words)
}

/** Somebody new, cell by cell. */
function Read({ person: { fields, contacts = [], notes = [] } }: { person: PlannedPerson }) {
  const words = useWords()
  const text = (field: string) => (typeof fields[field] === 'string' ? fields[field] : '')
  const alerts = (fields['alerts'] ?? []) as string[]
  return (
    <>
      <td>
        {text('givenName')}
        {text('knownAs') && <span className="soft"> ({text('knownAs')})</span>}
      </td>
      <td>{text('familyName')}</td>
      <td>{text('bornOn') && words.fullDate(text('bornOn'))}</td>
      <td>{text('phone')}</td>
      <td>
        {contacts.map((one, at) => (
          <div key={at}>{contactInWords(one, words)}</div>
        ))}
      </td>
      <td>
        {[...alerts, ...notes].map((one, at) => (
          <div key={at} className="import__note">
            {one}
          </div>
        ))}
      </td>
    </>
  )
}

function contactInWords({ name, relationship, phone }: NonNullable<PlannedPerson['contacts']>[number], words: Words): string {
  const who = [name, relationship && `(${relationship})`].filter(Boolean).join(' ')
  return phone ? [who, phone].filter(Boolean).join(' ') : words.say('import.noNumber', { name: who })
}

/** A line that is not written as it stands: what the file says. */
function Raw({ row }: { row: PlannedRow }) {
  return (
    <td colSpan={6}>
      {row.name && <b>{row.name}</b>} <span className="import__cells">{row.cells.filter((cell) => cell.trim()).join(' · ')}</span>
    </td>
  )
}
