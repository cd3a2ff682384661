import { useWorker } from '../../workerLink/link.ts'
import type { GroupView } from '../../workerLink/views.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { ApartFrom } from '../../parts/PersonName.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { present } from '../../words/present.ts'

/** Whether somebody else's laptops carry the people of this group. */
export function notOnThisLaptop(group: GroupView): boolean {
  const sessions = [...group.upcoming, ...group.past]
  return sessions.length > 0 && sessions.every((session) => !session.onThisLaptop)
}

/** Who has signed up, most regular first. */
export function Members({ group, onAdd, onImport }: { group: GroupView; onAdd: () => void; onImport: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const end = async (personId: string, name: string) => {
    const result = await worker.run('endMembership', { groupId: group.groupId, personId, endedOn: words.dateOf(present()) })
    say(result.ok ? words.say('person.ended', { name, group: group.name }) : reasonInWords(result.reason, words))
  }
  if (notOnThisLaptop(group)) {
    return (
      <Card title={words.say('group.people')}>
        <Empty title={words.say('today.notOnThisLaptopChip')}>{words.say('today.notOnThisLaptop')}</Empty>
      </Card>
    )
  }
  return (
    <Card title={words.say('group.people')} aside={group.people.length > 0 && words.say('group.peopleAside', { count: group.people.length })}>
      {group.people.length === 0 && (
        <Empty
          title={words.say('group.noPeople')}
          actions={
            <>
              <Button look="go" onClick={onAdd}>
                {words.say('group.addMember')}
              </Button>
              <Button onClick={onImport}>{words.say('group.import')}</Button>
            </>
          }
        >
          {words.say('group.noPeopleMore')}
        </Empty>
      )}
      <ul className="rows" aria-label={words.say('group.people')}>
        {group.people.map((person) => (
          <li key={person.personId} className="member">
            <button type="button" className="link member__name" onClick={() => go({ at: 'person', personId: person.personId })}>
              {person.name}
              <ApartFrom of={person} />
            </button>
            <span className="soft small">
              {person.lastCame
                ? `${words.say('group.came', { came: person.came, of: person.of })} · ${words.say('group.last', { day: words.tinyDate(person.lastCame) })}`
                : words.say('group.never')}
            </span>
            <Button look="link" about={fullName(person, words)} onClick={() => void end(person.personId, fullName(person, words))}>
              {words.say('person.endGroup')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
