import { useState } from 'react'
import type { CaseRow, CasesAsked, CasesView } from '../../workerLink/caseViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { FirstLoad, useFirstLoad } from '../../parts/FirstLoad.tsx'
import { ListLine } from '../../parts/ListLine.tsx'
import { useActions, type Action } from '../../state/actions.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go } from '../../state/place.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import { Away } from './Away.tsx'
import { HandOver } from './HandOver.tsx'

/** Shown at a time: more than a screen, few enough to be drawn at once. */
const page = 50

type Asked = Omit<CasesAsked, 'most'>
const shownOf = ['open', 'waiting', 'started', 'overdue', 'closed'] as const
const sorts = { next: 'cases.byNext', waiting: 'cases.byWaiting', contact: 'cases.byContact', came: 'cases.byCame', name: 'cases.byName' } as const

/** The caseload: one's own, or of anybody (story 20). @param ownerId whose, where one comes from elsewhere */
export function CasesScreen({ ownerId }: { ownerId: string | null }) {
  const words = useWords()
  const [asked, setAsked] = useInWindow<Asked>(`cases/asked/${ownerId ?? 'mine'}`, {
    owner: ownerId ?? 'mine',
    shown: 'open',
    sort: 'next',
    text: '',
  })
  const [most, setMost] = useState(page)
  const [open, setOpen] = useState<'handOver' | 'away' | null>(null)
  const view = useView('cases', { ...asked, most })
  const fetching = useFirstLoad()
  const ask = (more: Partial<Asked>) => {
    setAsked({ ...asked, ...more })
    setMost(page)
  }
  const referrals: Action = { id: 'cases.referrals', label: words.say('cases.toReferrals'), key: 'F4', run: () => go({ at: 'referrals' }) }
  useActions([referrals])
  const from = asked.owner === 'mine' ? (view?.meId ?? '') : asked.owner === 'all' || asked.owner === 'nobody' ? '' : asked.owner
  return (
    <Page
      title={words.say('cases.title')}
      under={view ? words.say('cases.under', { count: view.total }) : words.say('cases.loading')}
      actions={
        <>
          <ActionButton action={referrals} />
          {!fetching && <Button onClick={() => setOpen('handOver')}>{words.say('cases.handOver')}</Button>}
          {!fetching && <Button onClick={() => setOpen('away')}>{words.say('cases.away')}</Button>}
        </>
      }
    >
      {view && <Size view={view} />}
      {view && <Filters asked={asked} view={view} ask={ask} />}
      {fetching && <FirstLoad />}
      {view && !(fetching && view.rows.length === 0) && <List view={view} asked={asked} onMore={() => setMost(most + page * 3)} />}
      {open === 'handOver' && view && <HandOver owners={view.owners} figure={view.figure} fromId={from} onClose={() => setOpen(null)} />}
      {open === 'away' && <Away meId={view?.meId ?? ''} onClose={() => setOpen(null)} />}
    </Page>
  )
}

/** The size of a caseload beside the figure that the lead has set. */
function Size({ view: { size, figure } }: { view: CasesView }) {
  const words = useWords()
  if (size === null || figure === null) return null
  if (size <= figure) return <p className="soft">{words.say('cases.size', { open: size, figure })}</p>
  return <Notice tone="needs">{words.say('cases.sizeOver', { open: size, over: size - figure, figure })}</Notice>
}

function Filters({ asked, view, ask }: { asked: Asked; view: CasesView; ask: (more: Partial<Asked>) => void }) {
  const words = useWords()
  return (
    <div className="asked">
      <SelectField label={words.say('cases.whose')} value={asked.owner} onChange={(event) => ask({ owner: event.target.value })}>
        <option value="mine">{words.say('cases.mine')}</option>
        <option value="all">{words.say('cases.everybody')}</option>
        <option value="nobody">{words.say('cases.nobody')}</option>
        {view.owners.map((one) => (
          <option key={one.id} value={one.id}>
            {words.say('cases.ownerOf', { name: one.name, open: one.open })}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.say('cases.show')} value={asked.shown} onChange={(event) => ask({ shown: event.target.value as Asked['shown'] })}>
        {shownOf.map((one) => (
          <option key={one} value={one}>
            {words.say(`cases.${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.say('cases.sort')} value={asked.sort} onChange={(event) => ask({ sort: event.target.value as Asked['sort'] })}>
        {Object.entries(sorts).map(([sort, label]) => (
          <option key={sort} value={sort}>
            {words.say(label)}
          </option>
        ))}
      </SelectField>
      <TextField
        type="search"
        label={words.say('cases.find')}
        value={asked.text}
        spellCheck={false}
        onChange={(event) => ask({ text: event.target.value })}
      />
    </div>
  )
}

function List({ view, asked, onMore }: { view: CasesView; asked: Asked; onMore: () => void }) {
  const words = useWords()
  if (view.rows.length === 0) {
    const narrowed = asked.text.trim() !== '' || asked.shown !== 'open' || asked.owner !== 'mine'
    return (
      <Card>
        <Empty
          title={words.say(narrowed ? 'cases.noneFound' : 'cases.noneMine')}
          actions={<Button onClick={() => go({ at: 'referrals' })}>{words.say('cases.toReferrals')}</Button>}
        >
          {words.say('cases.noneMore')}
        </Empty>
      </Card>
    )
  }
  return (
    <Card foot={view.total > view.rows.length && <Button onClick={onMore}>{words.say('cases.more')}</Button>}>
      <ul className="rows" aria-label={words.say('cases.list')}>
        {view.rows.map((row) => (
          <Row key={row.episodeId} row={row} meId={view.meId} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ row, meId }: { row: CaseRow; meId: string }) {
  const words = useWords()
  return (
    <ListLine
      of={row}
      onOpen={() => go({ at: 'case', episodeId: row.episodeId })}
      late={row.nextLate}
      chips={
        <>
          {row.state === 'noContact' && <Chip tone="danger">{words.say('referralState.noContact')}</Chip>}
          {row.waits.runs && <Chip tone="needs">{words.say('cases.waits', { days: row.waits.days })}</Chip>}
          {row.reviewLate && <Chip tone="danger">{words.say('cases.reviewLate')}</Chip>}
          {row.wantsOther && <Chip tone="needs">{words.say('cases.wantsOther')}</Chip>}
          {row.covered && <Chip>{words.say('cases.covers', { name: row.owner ?? '' })}</Chip>}
          {row.ownerId === null && row.closedOn === null && <Chip tone="danger">{words.say('cases.noOwner')}</Chip>}
          {row.closedOn && <Chip>{words.say('cases.closedOn', { day: words.tinyDate(row.closedOn) })}</Chip>}
        </>
      }
      side={row.closedOn ? null : nextInWords(row, words)}
      more={factsOf(row, meId, words)}
    />
  )
}

function nextInWords({ nextAction, nextActionOn, nextLate }: CaseRow, words: Words): string {
  if (!nextAction && !nextActionOn) return words.say('cases.noNext')
  const said = nextActionOn
    ? words.say('cases.nextOn', { what: nextAction ?? words.say('case.next'), day: words.tinyDate(nextActionOn) })
    : words.say('cases.nextNoDay', { what: nextAction ?? '' })
  return nextLate ? `${said} · ${words.say('cases.late')}` : said
}

function factsOf(row: CaseRow, meId: string, words: Words): string[] {
  const contact = row.lastContact
    ? words.say('cases.lastContact', { day: words.tinyDate(words.dateOf(row.lastContact.on)) })
    : words.say('cases.noContact')
  return [
    contact,
    row.inVain > 0 ? words.say('cases.inVain', { count: row.inVain }) : '',
    row.lastCame ? words.say('cases.lastCame', { day: words.tinyDate(row.lastCame) }) : words.say('cases.neverCame'),
    row.reviewOn && !row.reviewLate ? words.say('cases.review', { day: words.tinyDate(row.reviewOn) }) : '',
    row.owner && row.ownerId !== meId && !row.covered ? words.say('cases.ownedBy', { name: row.owner }) : '',
  ]
}
