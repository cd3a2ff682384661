import './groups.css'
import { useState } from 'react'
import { mayWrite } from '../../../shared/rules/policies.ts'
import { useView } from '../../workerLink/useView.ts'
import type { GroupView } from '../../workerLink/views.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Bars } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { whenInWords } from '../../words/slotInWords.ts'
import { trendWords } from '../../words/trendWords.ts'
import { useWords } from '../../words/useWords.ts'
import { AddMember } from './AddMember.tsx'
import { GroupForm } from './GroupForm.tsx'
import { Members, notOnThisLaptop } from './Members.tsx'
import { Imports } from './Imports.tsx'
import { Publishing } from './Publishing.tsx'
import { PastSessions, UpcomingSessions } from './Sessions.tsx'

/** One group: its members, its sessions, how it has gone. */
export function GroupScreen({ groupId }: { groupId: string }) {
  const words = useWords()
  const group = useView('group', { groupId })
  if (!group) {
    const back = <Button onClick={() => go({ at: 'groups' })}>{words.say('group.toGroups')}</Button>
    return <Absent answer={group} what="group" actions={back} />
  }
  return <Group group={group} />
}

function Group({ group }: { group: GroupView }) {
  const words = useWords()
  const me = useView('me', null)
  const [open, setOpen] = useState<'edit' | 'member' | null>(null)
  const may = me !== undefined && mayWrite(me.role, 'group')
  const mayBring = me !== undefined && mayWrite(me.role, 'person', ['address']) // a list of members holds addresses
  const actions = {
    edit: { id: 'group.edit', label: words.say('group.edit'), key: 'F2', when: may, run: () => setOpen('edit') },
    member: { id: 'group.member', label: words.say('group.addMember'), key: 'Ctrl+N', also: 'Alt+N', run: () => setOpen('member') },
    cards: { id: 'group.cards', label: words.say('cards.title'), run: () => go({ at: 'cards', groupId: group.groupId }) },
    bring: { id: 'group.import', label: words.say('group.import'), when: mayBring, run: () => go({ at: 'import', groupId: group.groupId }) },
  } satisfies Record<string, Action>
  useActions(Object.values(actions))
  const under = [group.place, whenInWords(group.when, words), group.leader ? words.say('group.led', { leader: group.leader }) : '']
    .filter(Boolean)
    .join(' · ')
  const close = () => setOpen(null)
  return (
    <Page
      title={group.name}
      under={under}
      actions={
        <>
          {may && <ActionButton action={actions.edit} />}
          <ActionButton action={actions.cards} />
          {mayBring && <ActionButton action={actions.bring} />}
          <ActionButton action={actions.member} />
        </>
      }
    >
      {group.state !== 'running' && <Notice tone="needs">{words.say(group.state === 'paused' ? 'form.paused' : 'form.closed')}</Notice>}
      <div className="columns">
        <div className="column">
          <Members group={group} onAdd={actions.member.run} onImport={actions.bring.run} />
        </div>
        <div className="column">
          {group.about && (
            <Card>
              <p className="card__body group__about">{group.about}</p>
            </Card>
          )}
          <Imports group={group} />
          <Trend group={group} />
          {me?.role === 'lead' && <Publishing groupId={group.groupId} />}
          <UpcomingSessions group={group} />
          <PastSessions group={group} />
        </div>
      </div>
      {open === 'edit' && <GroupForm group={group} onClose={close} />}
      {open === 'member' && <AddMember group={group} onClose={close} />}
    </Page>
  )
}

function Trend({ group }: { group: GroupView }) {
  const words = useWords()
  const last = group.past.slice(0, 12).reverse()
  if (last.length === 0 || notOnThisLaptop(group)) return null
  const bars = last.map((session) => ({
    id: session.sessionId,
    label: words.tinyDate(session.date),
    value: ['noRegister', 'cancelled'].includes(session.state) ? null : session.here,
  }))
  return (
    <Card title={words.say('trend.title', { group: group.name, count: bars.length })}>
      <Bars bars={bars} words={trendWords(group.name, bars, words)} />
    </Card>
  )
}
