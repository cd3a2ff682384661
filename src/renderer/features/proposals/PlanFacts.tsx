import type { ReactNode } from 'react'
import { useWords, type Words } from '../../words/useWords.ts'
import type { ProposalView } from '../../workerLink/gapViews.ts'

/** What is planned; what nobody has said yet says so. */
export function PlanFacts({ view }: { view: ProposalView }) {
  const words = useWords()
  return (
    <dl className="proposal__facts">
      {factsOf(view, words).map(([name, value]) => (
        <div className="proposal__fact" key={name}>
          <dt>{name}</dt>
          <dd>{value || <span className="soft">{words.say('proposal.notSaid')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

function factsOf({ proposal, aims, venue, leader, pilotUntil }: ProposalView, words: Words): [string, ReactNode][] {
  const { slot, template, pilotFrom, pilotWeeks, hopedPeople, hopedTimes, riskAssessedOn } = proposal
  const when = slot
    ? words.say('slot.weekly', { day: words.say(`weekday.${slot.day}`), start: words.time(slot.start), end: words.time(slot.end) })
    : ''
  const pilot =
    pilotFrom && pilotUntil && pilotWeeks
      ? words.say('proposal.pilotSaid', { from: words.fullDate(pilotFrom), until: words.fullDate(pilotUntil), weeks: pilotWeeks })
      : ''
  const hoped = hopedPeople && hopedTimes ? words.say('proposal.hopedSaid', { people: hopedPeople, times: hopedTimes }) : ''
  return [
    [words.say('proposal.aim'), (aims.length > 1 ? aims : [proposal.aim ?? '']).join('\n\n')],
    [words.say('proposal.forWhom'), proposal.forWhom],
    [words.say('proposal.venue'), venue],
    [words.say('proposal.day'), when],
    [words.say('proposal.template'), template && words.say(`template.${template}`)],
    [words.say('proposal.leader'), [leader, proposal.partner].filter(Boolean).join(', ')],
    [words.say('proposal.costs'), proposal.costs],
    [words.say('proposal.risk'), [riskAssessedOn ? words.fullDate(riskAssessedOn) : '', proposal.riskWords].filter(Boolean).join('\n')],
    [words.say('proposal.insurance'), proposal.insurance],
    [words.say('proposal.pilot'), pilot],
    [words.say('proposal.hoped'), hoped],
  ]
}
