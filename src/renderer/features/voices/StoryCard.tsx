import { useId, useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { story as record } from '../../../shared/records/story.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import type { ShowingView, StoryView } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { DownForm } from '../../parts/DownForm.tsx'
import { ShowForm } from '../../parts/ShowForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import { AgreementForm } from './AgreementForm.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

type Open = 'ask' | 'show' | 'withdraw' | 'remove'

/** One story: its words, where it may be used and how, and where it is shown. */
export function StoryCard({ story, today }: { story: StoryView; today: PlainDate }) {
  const words = useWords()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const { person } = story
  const title = words.say('stories.by', { name: person?.name ?? words.say('stories.nobody'), day: words.fullDate(story.on) })
  const of = { personId: person?.personId ?? null, name: person?.name ?? words.say('stories.nobody'), storyId: story.storyId }
  const agreed = story.uses.flatMap(({ use, stands }) => (stands.may ? [use] : []))
  return (
    <Card
      title={title}
      aside={
        person && (
          <Button look="link" about={title} onClick={() => go({ at: 'person', personId: person.personId })}>
            {words.say('message.toPerson')}
          </Button>
        )
      }
    >
      <div className="card__body stories">
        <p>
          <q className="voices__words stories__words">{story.words}</q>
        </p>
        <ul className="stories__uses" aria-label={`${words.say('stories.uses')}: ${title}`}>
          {story.uses.map(({ use, stands }) => (
            <li key={use}>
              <Chip tone={stands.may ? 'good' : stands.why === 'notAsked' ? 'plain' : 'danger'}>{usedInWords(use, stands, words)}</Chip>
            </li>
          ))}
        </ul>
        <Shown all={story.shown} agreed={agreed} />
        <Keys title={title} agreed={agreed.length > 0} onOpen={setOpen} />
      </div>
      {open === 'ask' && <AgreementForm of={of} today={today} child={story.child} inMyCare={story.inMyCare} onClose={close} />}
      {open === 'show' && <ShowForm of={{ storyId: story.storyId }} uses={agreed} today={today} onClose={close} />}
      {open === 'withdraw' && <WithdrawForm of={of} child={story.child} uses={agreed} onClose={close} />}
      {open === 'remove' && <Remove storyId={story.storyId} onClose={close} />}
    </Card>
  )
}

function Keys({ title, agreed, onOpen }: { title: string; agreed: boolean; onOpen: (open: Open) => void }) {
  const words = useWords()
  return (
    <div className="stories__keys">
      <Button about={title} onClick={() => onOpen('ask')}>
        {words.say('stories.ask')}
      </Button>
      {agreed && (
        <>
          <Button about={title} onClick={() => onOpen('show')}>
            {words.say('stories.show')}
          </Button>
          <Button look="danger" about={title} onClick={() => onOpen('withdraw')}>
            {words.say('pictures.withdraw')}
          </Button>
        </>
      )}
      <Button look="link" about={title} onClick={() => onOpen('remove')}>
        {words.say('stories.remove')}
      </Button>
    </div>
  )
}

function usedInWords(use: StoryView['uses'][number]['use'], stands: StoryView['uses'][number]['stands'], words: Words): string {
  const named = words.say(`use.${use}`)
  if (!stands.may) return words.say('stories.useNot', { use: named, why: words.say(`useStands.${stands.why}`) })
  const as = asInWords(stands.as, words)
  return words.say('stories.useMay', { use: named, as, day: stands.until ? words.fullDate(stands.until) : '…' })
}

/** "with their first name, and their voice": the name that goes furthest says it. */
function asInWords(as: readonly ('words' | 'firstName' | 'fullName' | 'voice')[], words: Words): string {
  const name = (['fullName', 'firstName', 'words'] as const).find((one) => as.includes(one)) ?? 'words'
  return [words.say(`toldAs.${name}`), ...(as.includes('voice') ? [words.say('toldAs.voice')] : [])].join(', ')
}

/** @param agreed uses that are agreed: what is shown without stands under "To take down", above all stories */
function Shown({ all, agreed }: { all: readonly ShowingView[]; agreed: readonly ShowingView['use'][] }) {
  const words = useWords()
  const [down, setDown] = useState<ShowingView | null>(null)
  const id = useId()
  if (all.length === 0) return null
  return (
    <div>
      <b className="small" id={id}>
        {words.say('stories.shown')}
      </b>
      <ul className="stories__shown" aria-labelledby={id}>
        {all.map((one) => (
          <li key={one.showingId} className="small">
            {shownInWords(one, words)}{' '}
            {!one.ended && agreed.includes(one.use) && (
              <Button look="link" about={one.where} onClick={() => setDown(one)}>
                {words.say('stories.down')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {down && <DownForm one={down} onClose={() => setDown(null)} />}
    </div>
  )
}

function shownInWords({ where, use, since, ended }: ShowingView, words: Words): string {
  const shown = words.say('stories.shownOne', { where, use: words.say(`use.${use}`), day: words.fullDate(since) })
  if (!ended) return shown
  const how = { day: words.fullDate(ended.on), by: ended.by, words: ended.words }
  return `${shown}. ${words.say(ended.as === 'cannot' ? 'stories.downCannotSaid' : 'stories.downSaid', how)}`
}

function Remove({ storyId, onClose }: { storyId: string; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [why, keep, drop] = useInWindow(`why/story/${storyId}`, '')
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const says = { hint: '', label: words.say('stories.removeWhy'), does: words.say('stories.remove') }
  const more = { missing: words.say('reason.whyNeeded'), cancel: words.say('common.close') }
  const remove = (because: string) => void worker.run('voidStory', { storyId, because }).then(saved)
  return (
    <WhyDialog
      title={words.say('stories.remove')}
      most={longest(record, 'voidedBecause')}
      says={{ ...says, ...more }}
      look="danger"
      refused={refused}
      kept={[why, keep]}
      onWhy={remove}
      onClose={onClose}
    />
  )
}
