import type { PlannedReferral } from '../../../shared/portable/incoming.ts'
import { nhsNumberText } from '../../../shared/std/nhsNumber.ts'
import type { ReferralPlanView } from '../../workerLink/referralPlanView.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tile } from '../../ui/Tile.tsx'
import { useWords, type Words } from '../../words/useWords.ts'

/** Rows shown of each kind. */
const mostShown = 100

/** What an import would do, entry by entry, with reasons. Nothing is written yet. */
export function Preview({ plan, onImport }: { plan: ReferralPlanView; onImport: () => void }) {
  const words = useWords()
  const { counts, rows, list } = plan
  if (plan.fault)
    return (
      <Notice tone="danger" urgent>
        {typeof plan.fault === 'string'
          ? words.say(`referralsFault.${plan.fault}`)
          : words.say('referralsFault.quoteOpen', { line: plan.fault.line })}
      </Notice>
    )
  const rejected = rows.filter((row) => row.what === 'reject')
  const comes = counts.add + counts.known
  return (
    <>
      <ul className="tiles" aria-label={words.say('referrals.counts')}>
        <Tile number={words.number(counts.add)} label={words.say('referrals.add')} />
        <Tile number={words.number(counts.known)} label={words.say('referrals.known')} />
        {counts.already > 0 && <Tile number={words.number(counts.already)} label={words.say('referrals.already')} />}
        <Tile number={words.number(counts.reject)} label={words.say('referrals.reject')} tone={counts.reject > 0 ? 'danger' : undefined} />
      </ul>
      {list && list.unused.length > 0 && (
        <Notice tone="needs" title={words.say('referrals.unused', { count: list.unused.length })}>
          {words.say('referrals.unusedMore', { names: words.list(list.unused) })}
        </Notice>
      )}
      <div className="page__actions">
        {comes > 0 ? (
          <Button look="go" onClick={onImport}>
            {words.say('referrals.do', { count: comes })}
          </Button>
        ) : (
          <p>{words.say('referrals.nothing')}</p>
        )}
      </div>
      {rejected.length > 0 && (
        <Card title={words.say('referrals.rejected')}>
          <p className="card__body">{words.say('referrals.rejectedMore')}</p>
          <Entries rows={rejected} caption={words.say('referrals.rejected')} />
        </Card>
      )}
      <Card title={words.say('referrals.preview')}>
        <Entries rows={rows} caption={words.say('referrals.preview')} />
      </Card>
    </>
  )
}

const heads = [
  'referrals.number',
  'referrals.what',
  'referrals.who',
  'referrals.born',
  'referrals.nhsNumber',
  'referrals.reason',
  'referrals.unread',
] as const

function Entries({ rows, caption }: { rows: readonly PlannedReferral[]; caption: string }) {
  const words = useWords()
  return (
    <>
      <div className="table-scroll" {...{ tabIndex: 0 }}>
        <table className="table refer__table">
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
              <Line key={row.number} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostShown && <p className="card__body soft">{words.say('referrals.tableEnds', { count: mostShown, of: rows.length })}</p>}
    </>
  )
}

const tones: Record<PlannedReferral['what'], Tone> = { add: 'new', known: 'good', already: 'plain', reject: 'danger' }

function Line({ row }: { row: PlannedReferral }) {
  const words = useWords()
  const { bornOn, nhsNumber } = row.person
  return (
    <tr>
      <td className="figures">{row.number}</td>
      <td>
        <Chip tone={tones[row.what]}>{whatInWords(row, words)}</Chip>
        {row.problem && <span className="refer__why">{words.say(`incoming.${row.problem}`)}</span>}
        {row.maybe && <span className="refer__why">{words.say('referrals.maybe')}</span>}
      </td>
      <td>{row.name}</td>
      <td>{bornOn && words.fullDate(bornOn)}</td>
      <td>{nhsNumber && nhsNumberText(nhsNumber)}</td>
      <td>{row.referral.reason}</td>
      <td>{row.unread.join(', ')}</td>
    </tr>
  )
}

function whatInWords({ what, episodeId }: PlannedReferral, words: Words): string {
  if (what === 'add') return words.say('referrals.whatAdd')
  if (what === 'known') return words.say(episodeId ? 'referrals.whatAttached' : 'referrals.whatKnown')
  return words.say(what === 'already' ? 'referrals.whatAlready' : 'referrals.reject')
}
