import { useState } from 'react'
import type { TeamView } from '../../desk/views.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { roleInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { AddColleague } from './AddColleague.tsx'
import { MakeCode } from './MakeCode.tsx'
import { PapersForm } from './PapersForm.tsx'

type Colleague = TeamView['colleagues'][number]

/** Who is in the team and with which laptops. A lead adds both. */
export function Team({ team, mayAdd }: { team: TeamView; mayAdd: boolean }) {
  const words = useWords()
  const [open, setOpen] = useState<'colleague' | Colleague | null>(null)
  const [papersOf, setPapersOf] = useState<Colleague | null>(null)
  return (
    <Card
      title={words.say('team.title')} aside={team.team}
      foot={mayAdd && <Button onClick={() => setOpen('colleague')}>{words.say('team.addColleague')}</Button>}
    >
      <ul className="rows" aria-label={words.say('team.title')}>
        {team.colleagues.map((one) => (
          <li key={one.id}>
            <span className="grow">
              <span className="row__name">{one.name}</span> <span className="soft small">{roleInWords(one.role, words)}</span>
              <span className="soft small act__why"><Laptops colleague={one} /></span>
              <Papers colleague={one} />
            </span>
            {mayAdd && (
              <Button look="link" aria-label={words.say('papers.editNamed', { name: one.name })} onClick={() => setPapersOf(one)}>{words.say('papers.edit')}</Button>
            )}
            {mayAdd && (
              <Button look="link" aria-label={words.say('team.codeNamed', { name: one.name })} onClick={() => setOpen(one)}>{words.say('team.code')}</Button>
            )}
          </li>
        ))}
      </ul>
      {papersOf && <PapersForm colleague={papersOf} onClose={() => setPapersOf(null)} />}
      {open === 'colleague' && <AddColleague onClose={() => setOpen(null)} />}
      {open && open !== 'colleague' && <MakeCode colleagueId={open.id} name={open.name} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function Laptops({ colleague }: { colleague: Colleague }) {
  const words = useWords()
  if (colleague.devices.length === 0) return words.say('team.noLaptop')
  return colleague.devices
    .map((one) => (one.revoked ? words.say('team.revoked', { name: one.name }) : words.say('team.laptop', { name: one.name, day: words.fullDate(words.dateOf(one.enrolledAt)) })))
    .join(' · ')
}

/** Training and dates, where there are any; what has ended is said so. */
function Papers({ colleague }: { colleague: Colleague }) {
  const words = useWords()
  const today = words.dateOf(useNow())
  const { phone, trainedOn, dbsUntil, firstAidUntil } = colleague.papers
  const said = [
    phone, trainedOn && words.say('papers.trained', { day: words.fullDate(trainedOn) }),
    dbsUntil && words.say(dbsUntil < today ? 'papers.dbsEnded' : 'papers.dbs', { day: words.fullDate(dbsUntil) }),
    firstAidUntil && words.say(firstAidUntil < today ? 'papers.firstAidEnded' : 'papers.firstAid', { day: words.fullDate(firstAidUntil) }),
  ].filter(Boolean)
  return said.length === 0 ? null : <span className="soft small act__why">{said.join(' · ')}</span>
}
