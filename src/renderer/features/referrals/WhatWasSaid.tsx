import { nhsNumberText } from '../../../shared/std/nhsNumber.ts'
import type { ReferralView } from '../../workerLink/caseViews.ts'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { useWords } from '../../words/useWords.ts'

/** Everything that was said when somebody was referred; what nobody said is not there. */
export function WhatWasSaid({ view }: { view: ReferralView }) {
  const words = useWords()
  const lines: [string, string | null][] = [
    [words.say('referral.reason'), view.reason],
    [words.say('referral.wants'), view.wants],
    [words.say('referral.history'), view.history],
    [words.say('referral.agreed'), words.say(`referral.agreed.${view.agreed}`)],
    [words.say('referral.urgency'), words.say(`urgency.${view.urgency}`)],
    [words.say('referral.riskToPerson'), view.riskToPerson],
    [words.say('referral.riskToStaff'), view.riskToStaff],
    [words.say('referral.phone'), [view.phone, view.email].filter(Boolean).join(' · ') || null],
    [words.say('referral.address'), view.address],
    [words.say('referral.born'), view.bornOn ? words.fullDate(view.bornOn) : view.ageBand],
    [words.say('referral.nhsNumber'), view.nhsNumber && nhsNumberText(view.nhsNumber)],
    [
      words.say('referral.contactBy'),
      [view.contactBy && words.say(`contactBy.${view.contactBy}`), view.contactWords].filter(Boolean).join('. ') || null,
    ],
    [words.say('referral.access'), view.accessNeeds],
    [words.say('referral.interpreter'), view.interpreter],
    [words.say('referral.from'), [view.from ?? words.say(`source.${view.source}`), view.odsCode].filter(Boolean).join(', ')],
    [words.say('referral.referrer'), [view.referrer, view.referrerRole, view.referrerContact].filter(Boolean).join(', ') || null],
  ]
  return (
    <Card title={words.say('referral.facts')}>
      <div className="card__body">
        {(view.needs.length > 0 || view.needsWords) && (
          <div className="referral__needs">
            <p className="soft small">{words.say('referral.needs')}</p>
            <Chips>
              {[...view.needs, ...(view.needsWords ? [view.needsWords] : [])].map((one) => (
                <Chip key={one}>{one}</Chip>
              ))}
            </Chips>
          </div>
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
        </dl>
      </div>
    </Card>
  )
}
