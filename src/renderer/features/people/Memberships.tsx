import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { CameDots } from '../../ui/CameDots.tsx'
import { Card } from '../../ui/Card.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** The groups somebody has signed up to. */
export function Memberships({ person }: { person: PersonView }) {
  const words = useWords()
  const worker = useWorker()
  const [joining, setJoining] = useState(false)
  const today = words.dateOf(useNow())
  const end = async (groupId: string, group: string) => {
    const result = await worker.run('endMembership', { groupId, personId: person.personId, endedOn: today })
    say(result.ok ? words.say('person.ended', { name: person.name, group }) : reasonInWords(result.reason, words))
  }
  return (
    <Card title={words.say('person.groups')} foot={<Button onClick={() => setJoining(true)}>{words.say('person.addGroup')}</Button>}>
      {person.groups.length === 0 && <Empty title={words.say('person.groupsNone')} />}
      <ul className="rows">
        {person.groups.map((one) => (
          <li key={one.groupId}>
            <span className="grow">
              <button type="button" className="link link--inline" onClick={() => go({ at: 'group', groupId: one.groupId })}>
                {one.group}
              </button>
              <span className="soft small person__more">
                {[
                  words.say('person.since', { day: words.fullDate(one.since) }),
                  one.endedOn ? words.say('person.until', { day: words.fullDate(one.endedOn) }) : '',
                  words.say('person.came', { came: one.came, of: one.of }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {one.recent.length > 1 && (
                <CameDots
                  came={one.recent}
                  label={words.say('person.cameOfLast', { came: one.recent.filter(Boolean).length, of: one.recent.length })}
                />
              )}
            </span>
            {!one.endedOn && (
              <Button look="link" about={one.group} onClick={() => void end(one.groupId, one.group)}>
                {words.say('person.endGroup')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {joining && <JoinGroup person={person} today={today} onClose={() => setJoining(false)} />}
    </Card>
  )
}

function JoinGroup({ person, today, onClose }: { person: PersonView; today: string; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const member = new Set(person.groups.filter((one) => !one.endedOn).map((one) => one.groupId))
  const groups = (useView('groups', null) ?? []).filter((group) => group.state !== 'closed' && !member.has(group.groupId))
  const [chosen, setChosen] = useState('')
  const groupId = chosen || groups[0]?.groupId
  const join = async () => {
    if (!groupId) return
    const result = await worker.run('addMember', { groupId, personId: person.personId, since: today })
    const group = groups.find((one) => one.groupId === groupId)?.name ?? ''
    say(result.ok ? words.say('person.joined', { name: person.name, group }) : reasonInWords(result.reason, words))
    onClose()
  }
  return (
    <Dialog title={words.say('person.addGroup')} closeLabel={words.say('common.cancel')} onClose={onClose}>
      {groups.length === 0 && <p>{words.say('unplanned.noGroups')}</p>}
      {groups.length > 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void join()
          }}
        >
          <SelectField label={words.say('person.chooseGroup')} value={groupId} autoFocus onChange={(event) => setChosen(event.target.value)}>
            {groups.map((group) => (
              <option key={group.groupId} value={group.groupId}>
                {[group.name, group.place].filter(Boolean).join(', ')}
              </option>
            ))}
          </SelectField>
          <Button type="submit" look="go" keyLabel="Enter">
            {words.say('person.join')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
