import { useWorker } from '../../workerLink/link.ts'
import type { CaseView } from '../../workerLink/caseViews.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { useWords } from '../../words/useWords.ts'

/** How to reach them, whether it has begun, the referrals, the groups they came to. */
export function CaseFacts({ view }: { view: CaseView }) {
  const words = useWords()
  const lines: [string, string | null][] = [
    [words.say('referral.reason'), view.reason],
    [words.say('referral.wants'), view.wants],
    [words.say('referral.phone'), view.phone],
    [words.say('referral.address'), view.address],
    [words.say('referral.access'), view.accessNeeds],
    [words.say('referral.interpreter'), view.interpreter],
  ]
  return (
    <Card title={words.say('case.facts')}>
      <div className="card__body">
        {view.startedOn ? (
          <p>{words.say('case.started', { day: words.fullDate(view.startedOn) })}</p>
        ) : (
          view.waits.runs && <p>{words.say('case.notStarted', { days: view.waits.days })}</p>
        )}
        {view.referrals.map((one) => (
          <p key={one.referralId}>
            <button type="button" className="link" onClick={() => go({ at: 'referral', referralId: one.referralId })}>
              {words.say('case.referralOn', { source: one.from ?? words.say(`source.${one.source}`), day: words.fullDate(one.receivedOn) })}
            </button>
          </p>
        ))}
        {view.needs.length > 0 && (
          <Chips>
            {view.needs.map((one) => (
              <Chip key={one}>{one}</Chip>
            ))}
          </Chips>
        )}
        <dl>
          {lines.map(
            ([label, value]) =>
              value && (
                <div key={label} className="said__one">
                  <dt>{label}</dt>
                  <dd className="said">{value}</dd>
                </div>
              ),
          )}
          <div className="said__one">
            <dt>{words.say('case.attendance')}</dt>
            {view.attendance.length === 0 && <dd>{words.say('case.attendanceNone')}</dd>}
            {view.attendance.map((one) => (
              <dd key={`${one.group} ${one.date}`}>{words.say('case.attendanceOne', { group: one.group, day: words.fullDate(one.date) })}</dd>
            ))}
          </div>
        </dl>
      </div>
    </Card>
  )
}

/** When the plan is looked at again. */
export function Reviewed({ view }: { view: CaseView }) {
  const words = useWords()
  if (!view.reviewOn) return null
  return (
    <Card title={words.say('case.plan')} aside={view.reviewLate && <Chip tone="danger">{words.say('cases.reviewLate')}</Chip>}>
      <p className="card__body">{words.say('case.planReview', { day: words.fullDate(view.reviewOn) })}</p>
    </Card>
  )
}

/** What the practice files in the GP record: queued for a person, never sent (domain 3.3). */
export function Codes({ view }: { view: CaseView }) {
  const words = useWords()
  const worker = useWorker()
  if (view.codes.length === 0) return null
  return (
    <Card title={words.say('case.codes')}>
      <div className="card__body">
        <p className="soft small">{words.say('case.codesMore')}</p>
      </div>
      <ul className="rows" aria-label={words.say('case.codes')}>
        {view.codes.map((one) => (
          <li key={one.codedEventId}>
            <span className="grow">
              {one.code ? words.say('case.code', { term: one.term, code: one.code }) : words.say('case.codeUnverified', { term: one.term })}
            </span>
            {one.filed && <Chip tone="good">{words.say('case.codeDone')}</Chip>}
            {one.code && (
              <Button about={one.term} onClick={() => void worker.run('fileCode', { codedEventId: one.codedEventId, filed: !one.filed })}>
                {words.say(one.filed ? 'case.codeUndo' : 'case.codeDone')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
