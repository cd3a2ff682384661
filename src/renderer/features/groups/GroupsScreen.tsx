import './groups.css'
import { useState } from 'react'
import { mayWrite } from '../../../shared/rules/policies.ts'
import { useView } from '../../workerLink/useView.ts'
import type { GroupRow } from '../../workerLink/views.ts'
import { FirstLoad, useFirstLoad } from '../../parts/FirstLoad.tsx'
import { UnfinishedForms } from '../../parts/UnfinishedForms.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Spark } from '../../ui/Bars.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { whenInWords } from '../../words/slotInWords.ts'
import { useWords } from '../../words/useWords.ts'
import { GroupForm } from './GroupForm.tsx'
import { Places } from './Places.tsx'

/** All groups of this laptop, with how they have gone. */
export function GroupsScreen() {
  const words = useWords()
  const groups = useView('groups', null)
  const me = useView('me', null)
  const [adding, setAdding] = useState(false)
  const fetching = useFirstLoad()
  const may = me !== undefined && mayWrite(me.role, 'group') && !fetching
  const add: Action = { id: 'groups.add', label: words.say('groups.add'), key: 'Ctrl+N', also: 'Alt+N', when: may, run: () => setAdding(true) }
  useActions([add])
  if (!groups) return <Page title={words.say('groups.title')}>{null}</Page>
  return (
    <Page
      title={words.say('groups.title')}
      under={fetching ? undefined : words.say('groups.under', { count: groups.length })}
      actions={may && <ActionButton action={add} />}
    >
      {!adding && <UnfinishedForms kind="newGroup" onHere={() => setAdding(true)} />}
      {fetching && <FirstLoad />}
      {!(fetching && groups.length === 0) && (
        <Card>
          {groups.length === 0 && (
            <Empty
              title={words.say('groups.empty')}
              actions={
                may && (
                  <Button look="go" onClick={add.run}>
                    {words.say('groups.add')}
                  </Button>
                )
              }
            >
              {words.say(may ? 'groups.emptyMay' : 'groups.emptyMayNot')}
            </Empty>
          )}
          <ul className="rows" aria-label={words.say('groups.list')}>
            {groups.map((group) => (
              <Row key={group.groupId} group={group} />
            ))}
          </ul>
        </Card>
      )}
      {!fetching && <Places />}
      {adding && <GroupForm group={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Row({ group }: { group: GroupRow }) {
  const words = useWords()
  const values = group.trend.map((value) => (value === null ? words.say('trend.notRecorded') : words.number(value))).join(', ')
  return (
    <li className="groups__row">
      <button type="button" className="groups__open" onClick={() => go({ at: 'group', groupId: group.groupId })}>
        <span className="groups__who">
          <span className="row__name">{group.name}</span>
          <span className="soft small">{[group.organiser, group.place].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="groups__when">
          <span>{whenInWords(group.when, words)}</span>
          <span className="soft small">
            {[group.leader ? words.say('group.led', { leader: group.leader }) : '', words.say('groups.members', { count: group.members })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {group.state !== 'running' && <Chip tone="needs">{words.say(group.state === 'paused' ? 'groups.paused' : 'groups.closed')}</Chip>}
        {group.trend.length > 0 && (
          <>
            <Spark values={group.trend} />
            <span className="out-of-sight">{words.say('groups.trend', { values })}</span>
          </>
        )}
      </button>
    </li>
  )
}
