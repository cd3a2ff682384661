import { useState } from 'react'
import type { TeamView } from '../../workerLink/views.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { roleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { MakeCode } from './MakeCode.tsx'
import { PapersForm } from './PapersForm.tsx'

type Colleague = TeamView['colleagues'][number]

/** Who is in the team and with which laptops. A lead makes codes for more of them. */
export function Team({ team, mayAdd }: { team: TeamView; mayAdd: boolean }) {
  const words = useWords()
  const [codeFor, setCodeFor] = useState<Colleague | null>(null)
  const [papersOf, setPapersOf] = useState<Colleague | null>(null)
  return (
    <Card title={words.say('team.title')} aside={words.number(team.colleagues.length)}>
      <ul className="rows" aria-label={words.say('team.title')}>
        {team.colleagues.map((one) => (
          <li key={one.id}>
            <span className="grow">
              <span className="row__name">{one.name}</span> <span className="soft small">{roleInWords(one.role, words)}</span>
              {one.partner && <Partner partner={one.partner} />}
              <span className="soft small team__line">
                <Laptops colleague={one} />
              </span>
              <Papers colleague={one} />
              {mayAdd && (
                <span className="team__do">
                  <Button look="link" aria-label={words.say('team.codeNamed', { name: one.name })} onClick={() => setCodeFor(one)}>
                    {words.say('team.code')}
                  </Button>
                  <Button look="link" aria-label={words.say('papers.editNamed', { name: one.name })} onClick={() => setPapersOf(one)}>
                    {words.say('papers.edit')}
                  </Button>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {papersOf && <PapersForm colleague={papersOf} onClose={() => setPapersOf(null)} />}
      {codeFor && <MakeCode colleagueId={codeFor.id} name={codeFor.name} onClose={() => setCodeFor(null)} />}
    </Card>
  )
}

/** For whom somebody of a partner works, until when, and whether they have agreed. */
function Partner({ partner }: { partner: NonNullable<Colleague['partner']> }) {
  const words = useWords()
  const today = words.dateOf(useNow())
  const day = words.fullDate(partner.until)
  return (
    <span className="soft small team__line">
      {[
        words.say(partner.until < today ? 'partner.ended' : 'partner.of', { of: partner.of, day }),
        partner.agreedOn ? words.say('partner.agreed', { day: words.fullDate(partner.agreedOn) }) : words.say('partner.notAgreed'),
      ].join(' · ')}
    </span>
  )
}

function Laptops({ colleague }: { colleague: Colleague }) {
  const words = useWords()
  if (colleague.devices.length === 0) return words.say('team.noLaptop')
  return colleague.devices
    .map((one) =>
      one.revoked
        ? words.say('team.revoked', { name: one.name })
        : words.say('team.laptop', { name: one.name, day: words.fullDate(words.dateOf(one.enrolledAt)) }),
    )
    .join(' · ')
}

/** Training and dates, where there are any; what has ended is said so. */
function Papers({ colleague }: { colleague: Colleague }) {
  const words = useWords()
  const today = words.dateOf(useNow())
  const { phone, trainedOn, dbsUntil, firstAidUntil } = colleague.papers
  const said = [
    phone,
    trainedOn && words.say('papers.trained', { day: words.fullDate(trainedOn) }),
    dbsUntil && words.say(dbsUntil < today ? 'papers.dbsEnded' : 'papers.dbs', { day: words.fullDate(dbsUntil) }),
    firstAidUntil && words.say(firstAidUntil < today ? 'papers.firstAidEnded' : 'papers.firstAid', { day: words.fullDate(firstAidUntil) }),
  ].filter(Boolean)
  return said.length === 0 ? null : <span className="soft small team__line">{said.join(' · ')}</span>
}
