import { Card } from '../../ui/Card.tsx'
import { useNow } from '../../state/useNow.ts'
import { useWords } from '../../words/useWords.ts'
import type { ProposalView } from '../../workerLink/gapViews.ts'

/** What the registers say of the pilot, beside what was hoped. */
export function PilotFacts({ view: { facts, met, proposal } }: { view: ProposalView }) {
  const words = useWords()
  const today = words.dateOf(useNow())
  if (!facts) return null
  const number = (value: number | null | undefined) => (value === null || value === undefined ? words.say('proposal.none') : words.number(value))
  const verdict = (is: boolean | null | undefined) =>
    is === null || is === undefined ? '' : ` (${words.say(is ? 'proposal.met' : 'proposal.notMet')})`
  const rows = [
    ['proposal.factPeople', number(proposal.hopedPeople), number(facts.people) + verdict(met?.people)],
    ['proposal.factTimes', number(proposal.hopedTimes), number(facts.timesEach) + verdict(met?.times)],
    ['proposal.factStayed', '', number(facts.stayed)],
    ['proposal.factHeld', number(proposal.pilotWeeks), number(facts.held)],
    ['proposal.factCancelled', '', number(facts.cancelled)],
  ] as const
  return (
    <Card
      title={words.say('proposal.facts')}
      foot={<span className="soft small">{words.say('proposal.factsAt', { day: words.fullDate(today) })}</span>}
    >
      <table className="table">
        <caption className="out-of-sight">{words.say('proposal.facts')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('proposal.fact')}</th>
            <th scope="col">{words.say('proposal.hopedFor')}</th>
            <th scope="col">{words.say('proposal.is')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, hoped, is]) => (
            <tr key={id}>
              <th scope="row">{words.say(id)}</th>
              <td>{hoped}</td>
              <td>{is}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
