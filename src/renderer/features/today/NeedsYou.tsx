import { useView } from '../../workerLink/useView.ts'
import type { SessionCard, TodayView } from '../../workerLink/views.ts'
import type { MessageId } from '../../words/en.ts'
import { go } from '../../state/place.ts'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { waitsInWords } from '../../words/officeWords.ts'
import { useDrawnInParts } from '../../ui/useDrawnInParts.ts'
import { useWords } from '../../words/useWords.ts'

const questions: Record<TodayView['questions'][number]['field'], MessageId> = {
  phone: 'today.twoPhones',
  address: 'today.twoAddresses',
  emergencyPhone: 'today.twoEmergency',
}

/** What waits for a person beside today's own answer. */
export interface Needs {
  forLead: ReturnType<typeof useView<'forLead'>>
  pairs: number
}

/** Asks for it. */
export function useNeeds(): Needs {
  const forLead = useView('forLead', null)
  return { forLead, pairs: useView('pairs', null)?.open.length ?? 0 }
}

/** What waits for a person: forgotten registers, and two answers to one question. */
export function NeedsYou({ today, needs: { forLead, pairs } }: { today: TodayView; needs: Needs }) {
  const words = useWords()
  const drawn = useDrawnInParts(today.noRegister.length)
  const nothing = today.noRegister.length + today.questions.length + pairs === 0 && !forLead
  return (
    <Card title={words.say('today.needsYou')}>
      {nothing && <Empty title={words.say('today.needsNobody')}>{words.say('today.needsNobodyMore')}</Empty>}
      <ul className="rows">
        {forLead && (
          <li className="row--top">
            <Chip tone="needs">{words.say('office.held')}</Chip>
            <span className="grow">
              <button type="button" className="link link--inline" onClick={() => go({ at: 'office' })}>
                {waitsInWords(forLead, words)}
              </button>
            </span>
          </li>
        )}
        {today.noRegister.slice(0, drawn).map((session) => (
          <NoRegister key={session.sessionId} session={session} />
        ))}
        {pairs > 0 && (
          <li className="row--top">
            <Chip tone="needs">{words.say('pairs.chip')}</Chip>
            <span className="grow">
              <button type="button" className="link link--inline" onClick={() => go({ at: 'pairs' })}>
                {words.say('pairs.today', { count: pairs })}
              </button>
              <span className="soft small needs__more">{words.say('pairs.todayMore')}</span>
            </span>
          </li>
        )}
        {today.questions.map((question) => (
          <li key={`${question.personId}/${question.field}`} className="row--top">
            <Chip tone="needs">{words.say('today.twoLaptops')}</Chip>
            <span className="grow">
              <button type="button" className="link link--inline" onClick={() => go({ at: 'person', personId: question.personId })}>
                {words.say(questions[question.field], { name: question.name })}
              </button>
              <span className="soft small needs__more">{words.say('today.bothKept')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function NoRegister({ session }: { session: SessionCard }) {
  const words = useWords()
  return (
    <li className="row--top">
      <Chip tone="danger">{words.say('today.noRegister')}</Chip>
      <span className="grow">
        <button type="button" className="link link--inline" onClick={() => go({ at: 'register', sessionId: session.sessionId })}>
          {session.group}, {words.day(session.date)}
        </button>
        <span className="soft small needs__more">{words.say('today.noRegisterDo')}</span>
      </span>
    </li>
  )
}
