import './directory.css'
import { useState } from 'react'
import { mayWrite } from '../../../shared/rules/policies.ts'
import { saveText } from '../../host/saving.ts'
import { FirstLoad, useFirstLoad } from '../../parts/FirstLoad.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import type { DirectoryFilter } from '../../workerLink/directoryViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { DueList } from './DueList.tsx'
import { Filters } from './Filters.tsx'
import { Listings } from './Listings.tsx'
import { ServiceForm } from './ServiceForm.tsx'

/** Shown at a time. */
const page = 60
const all: DirectoryFilter = {}

/** Our groups, partners' groups and outside services in one list, and what waits for a check (story 32). */
export function DirectoryScreen() {
  const words = useWords()
  const [filter, setFilter] = useInWindow<DirectoryFilter>('directory/filter', all)
  const [most, setMost] = useState(page)
  const [adding, setAdding] = useState(false)
  const me = useView('me', null)
  const view = useView('directory', { filter, most })
  const fetching = useFirstLoad()
  const may = me !== undefined && mayWrite(me.role, 'service') && !fetching
  const add: Action = { id: 'directory.add', label: words.say('directory.add'), key: 'Ctrl+N', also: 'Alt+N', when: may, run: () => setAdding(true) }
  useActions([add])
  const show = (more: DirectoryFilter) => {
    setFilter({ ...filter, ...more })
    setMost(page)
  }
  return (
    <Page
      title={words.say('directory.title')}
      under={view ? words.say('directory.under', { count: view.total }) : words.say('directory.reading')}
      actions={may && <Actions add={add} />}
    >
      {fetching && <FirstLoad />}
      <div className="narrow">
        <TextField
          type="search"
          label={words.say('directory.find')}
          hint={words.say('directory.findHint')}
          value={filter.text ?? ''}
          autoFocus
          spellCheck={false}
          onChange={(event) => show({ text: event.target.value })}
          onKeyDown={(event) => {
            const first = view?.shown[0]
            if (event.key === 'Enter' && filter.text?.trim() && first) go({ at: 'service', entryId: first.id })
          }}
        />
      </div>
      {view && view.total === 0 && !fetching && <Nothing may={may} onAdd={add.run} />}
      {view && view.total > 0 && (
        <Card>
          <Filters view={view} filter={filter} onFilter={show} onAll={() => setFilter(all)} />
          {filter.due ? (
            <DueList view={view} may={may} onMore={() => setMost(most + page * 3)} />
          ) : (
            <Listings view={view} onMore={() => setMost(most + page * 3)} />
          )}
        </Card>
      )}
      {adding && (
        <ServiceForm
          entry={null}
          onClose={() => setAdding(false)}
          onSaved={(entryId) => {
            setAdding(false)
            go({ at: 'service', entryId })
          }}
        />
      )}
    </Page>
  )
}

function Nothing({ may, onAdd }: { may: boolean; onAdd: () => void }) {
  const words = useWords()
  return (
    <Card>
      <Empty
        title={words.say('directory.empty')}
        actions={
          may && (
            <Button look="go" onClick={onAdd}>
              {words.say('directory.add')}
            </Button>
          )
        }
      >
        {words.say('directory.emptyMore')}
      </Empty>
    </Card>
  )
}

/** What one can do with the whole directory. */
function Actions({ add }: { add: Action }) {
  const words = useWords()
  const worker = useWorker()
  const [failed, setFailed] = useState(false)
  const publish = async () => {
    const list = await worker.ask('feedOut', null)
    const saved = list && (await saveText('directory-open-referral.json', JSON.stringify(list, null, 2)).catch(() => null))
    setFailed(!saved)
    if (saved) say(words.say('directory.published'))
  }
  return (
    <>
      <Button onClick={() => go({ at: 'gaps' })}>{words.say('nav.gaps')}</Button>
      <Button onClick={() => go({ at: 'feed' })}>{words.say('directory.import')}</Button>
      <Button onClick={() => void publish()}>{words.say('directory.publish')}</Button>
      <ActionButton action={add} />
      {failed && (
        <Notice tone="danger" urgent>
          {words.say('directory.publishFailed')}
        </Notice>
      )}
    </>
  )
}
