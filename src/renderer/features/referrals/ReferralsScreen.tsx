import { useState } from 'react'
import { referralStates } from '../../../shared/rules/referrals.ts'
import type { ReferralRow, ReferralsAsked, ReferralsView } from '../../workerLink/caseViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { FirstLoad, useFirstLoad } from '../../parts/FirstLoad.tsx'
import { ListLine } from '../../parts/ListLine.tsx'
import { UnfinishedForms } from '../../parts/UnfinishedForms.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go } from '../../state/place.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'

/** Shown at a time: more than a screen, few enough to be drawn at once. */
const page = 50

type Asked = Omit<ReferralsAsked, 'most'>
const unanswered: Asked = { state: 'unanswered', from: '', owner: '', text: '' }

/** The inbox: what is to be answered, the crisis and the longest wait first (story 19). */
export function ReferralsScreen() {
  const words = useWords()
  const [asked, setAsked] = useInWindow<Asked>('referrals/asked', unanswered)
  const [most, setMost] = useState(page)
  const view = useView('referrals', { ...asked, most })
  const fetching = useFirstLoad()
  const add: Action = {
    id: 'referrals.new',
    label: words.say('referrals.new'),
    key: 'Ctrl+N',
    also: 'Alt+N',
    when: !fetching,
    run: () => go({ at: 'newReferral', personId: null }),
  }
  useActions([add])
  const ask = (more: Partial<Asked>) => {
    setAsked({ ...asked, ...more })
    setMost(page)
  }
  return (
    <Page
      title={words.say('referrals.title')}
      under={view ? words.say('referrals.under', { count: view.unanswered }) : words.say('referrals.loading')}
      actions={!fetching && <ActionButton action={add} look="go" />}
    >
      <UnfinishedForms kind="referral" onHere={add.run} />
      {view && <Filters asked={asked} view={view} ask={ask} />}
      {fetching && <FirstLoad />}
      {view && !(fetching && view.rows.length === 0) && (
        <List
          view={view}
          narrowed={JSON.stringify(asked) !== JSON.stringify(unanswered)}
          onAll={() => setAsked({ ...unanswered, state: 'all' })}
          onMore={() => setMost(most + page * 3)}
        />
      )}
    </Page>
  )
}

function Filters({ asked, view, ask }: { asked: Asked; view: ReferralsView; ask: (more: Partial<Asked>) => void }) {
  const words = useWords()
  return (
    <div className="asked">
      <SelectField label={words.say('referrals.show')} value={asked.state} onChange={(event) => ask({ state: event.target.value as Asked['state'] })}>
        <option value="unanswered">{words.say('referrals.unanswered')}</option>
        <option value="all">{words.say('referrals.all')}</option>
        {referralStates
          .filter((one) => one !== 'new')
          .map((one) => (
            <option key={one} value={one}>
              {words.say(`referralState.${one}`)}
            </option>
          ))}
      </SelectField>
      <SelectField label={words.say('referrals.practice')} value={asked.from} onChange={(event) => ask({ from: event.target.value })}>
        <option value="">{words.say('referrals.anywhere')}</option>
        {view.froms.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.say('referrals.owner')} value={asked.owner} onChange={(event) => ask({ owner: event.target.value })}>
        <option value="">{words.say('referrals.anybody')}</option>
        <option value="nobody">{words.say('referrals.nobody')}</option>
        {view.owners.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <TextField
        type="search"
        label={words.say('referrals.find')}
        value={asked.text}
        spellCheck={false}
        onChange={(event) => ask({ text: event.target.value })}
      />
    </div>
  )
}

function List({ view, narrowed, onAll, onMore }: { view: ReferralsView; narrowed: boolean; onAll: () => void; onMore: () => void }) {
  const words = useWords()
  if (view.rows.length === 0)
    return (
      <Card>
        <Empty
          title={words.say(narrowed ? 'referrals.noneFound' : 'referrals.none')}
          actions={<Button onClick={onAll}>{words.say('referrals.showAll')}</Button>}
        >
          {words.say(narrowed ? 'referrals.noneFoundMore' : 'referrals.noneMore')}
        </Empty>
      </Card>
    )
  return (
    <Card foot={view.total > view.rows.length && <Button onClick={onMore}>{words.say('referrals.more')}</Button>}>
      <ul className="rows" aria-label={words.say('referrals.list')}>
        {view.rows.map((row) => (
          <Row key={row.referralId} row={row} />
        ))}
      </ul>
    </Card>
  )
}

/** Said on a row; of what only the page has room for, its short form. */
const tones = {
  died: 'danger',
  under18: 'needs',
  outOfArea: 'needs',
  notAgreed: 'danger',
  agreementNotSaid: 'plain',
  noReason: 'plain',
  noWayToReach: 'needs',
  riskToStaff: 'danger',
} as const

function Row({ row }: { row: ReferralRow }) {
  const words = useWords()
  const waits = row.state === 'new' || row.state === 'asked'
  const from = row.from ?? words.say(`source.${row.source}`)
  return (
    <ListLine
      of={row}
      onOpen={() => go({ at: 'referral', referralId: row.referralId })}
      chips={
        <>
          {waits && row.crisis && <Chip tone="danger">{words.say('referrals.crisis')}</Chip>}
          {waits && row.urgency !== 'routine' && (
            <Chip tone={row.urgency === 'urgent' ? 'danger' : 'needs'}>{words.say(`urgency.${row.urgency}`)}</Chip>
          )}
          {row.state !== 'new' && <Chip tone={row.state === 'asked' ? 'needs' : 'plain'}>{words.say(`referralState.${row.state}`)}</Chip>}
          {waits &&
            row.warnings.map((one) => (
              <Chip key={one} tone={tones[one]}>
                {words.say(`warningShort.${one}`)}
              </Chip>
            ))}
        </>
      }
      side={words.say(row.answer.runs ? 'referrals.waits' : 'referrals.answeredIn', { days: row.answer.days })}
      more={[`${from}, ${words.tinyDate(row.receivedOn)}`, row.needs.join(', '), row.owner && words.say('cases.ownedBy', { name: row.owner })]}
    />
  )
}
