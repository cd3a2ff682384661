import type { ImportChoices, ImportPlan } from '../../../shared/portable/importMembers.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tile } from '../../ui/Tile.tsx'
import { useWords } from '../../words/useWords.ts'
import { Columns } from './Columns.tsx'
import { ListTable } from './ListTable.tsx'
import { Questions } from './Questions.tsx'

/** What an import would do: counts, what is open, the list as it was read, and the columns beside it. Nothing is written yet. */
export function ImportPreview({
  plan,
  choices,
  onChoices,
  onImport,
}: {
  plan: ImportPlan
  choices: ImportChoices
  onChoices: (choices: ImportChoices) => void
  onImport: () => void
}) {
  const words = useWords()
  if (plan.fault) {
    const { line } = plan.fault
    return (
      <Notice tone="danger" urgent title={words.say('import.quoteOpen', { line })}>
        {words.say('import.quoteOpenMore', { line })}
      </Notice>
    )
  }
  const people = plan.rows.filter((row) => row.person !== null).length
  const rejected = plan.rows.filter((row) => row.what === 'reject')
  return (
    <>
      <Counts plan={plan} />
      <Left plan={plan} />
      <div className="page__actions">
        {people > 0 ? (
          <Button look="go" onClick={onImport}>
            {words.say('import.do', { count: people })}
          </Button>
        ) : (
          <p>{words.say('import.nothing')}</p>
        )}
      </div>
      <Questions plan={plan} choices={choices} onChoices={onChoices} />
      {rejected.length > 0 && (
        <Card title={words.say('import.rejected')} aside={words.say('import.previewAll', { count: rejected.length })}>
          <p className="card__body">{words.say('import.rejectedMore')}</p>
          <ListTable rows={rejected} caption={words.say('import.rejected')} />
        </Card>
      )}
      <div className="import__beside">
        <Card title={words.say('import.preview')} aside={words.say('import.previewAll', { count: plan.rows.length })}>
          <ListTable rows={plan.rows} caption={words.say('import.preview')} />
        </Card>
        <Columns plan={plan} onColumns={(columns) => onChoices({ ...choices, columns })} />
      </div>
    </>
  )
}

function Counts({ plan: { counts } }: { plan: ImportPlan }) {
  const words = useWords()
  return (
    <ul className="tiles" aria-label={words.say('import.counts')}>
      <Tile number={words.number(counts.add)} label={words.say('import.add')} />
      <Tile number={words.number(counts.join)} label={words.say('import.join')} />
      {counts.more > 0 && <Tile number={words.number(counts.more)} label={words.say('import.more')} />}
      <Tile number={words.number(counts.already)} label={words.say('import.already')} />
      {counts.maybe > 0 && <Tile number={words.number(counts.maybe)} label={words.say('import.maybe')} />}
      <Tile number={words.number(counts.reject)} label={words.say('import.reject')} tone={counts.reject > 0 ? 'danger' : undefined} />
    </ul>
  )
}

/** What of the file has no place of its own: named, never left out in silence. */
function Left({ plan: { columns, counts, unused, rows } }: { plan: ImportPlan }) {
  const words = useWords()
  const names = columns.name !== undefined || columns.givenName !== undefined || columns.familyName !== undefined
  return (
    <>
      {!names && <Notice tone="needs" title={words.say('import.noName')} />}
      {rows.some((row) => row.problem === 'lettersLost') && (
        <Notice tone="needs" title={words.say('import.lettersLost')}>
          {words.say('import.lettersLostMore')}
        </Notice>
      )}
      {unused.length > 0 && (
        <Notice tone="needs" title={words.say('import.unused', { count: unused.length })}>
          {words.say('import.unusedMore', { names: words.list(unused) })}
        </Notice>
      )}
      {counts.noted > 0 && (
        <Notice tone="plain" title={words.say('import.noted', { count: counts.noted })}>
          {words.say('import.notedMore')}
        </Notice>
      )}
    </>
  )
}
