import { useState } from 'react'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { listingFresh } from '../../words/listingInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { DirectoryView, Listing } from '../../workerLink/directoryViews.ts'
import { CheckForm } from './CheckForm.tsx'
import { CloseForm } from './CloseForm.tsx'

/** What nobody has checked for so long: each a call and two keys. */
export function DueList({ view, may, onMore }: { view: DirectoryView; may: boolean; onMore: () => void }) {
  const words = useWords()
  const [open, setOpen] = useState<{ one: Listing; form: 'check' | 'close' } | null>(null)
  const days = { days: words.number(view.checkAfter) }
  if (view.found === 0) {
    const done = view.due === 0
    return (
      <Empty title={words.say(done ? 'directory.dueNone' : 'directory.none')}>
        {words.say(done ? 'directory.dueNoneMore' : 'directory.noneMore', days)}
      </Empty>
    )
  }
  return (
    <>
      <p className="directory__count">{words.say('directory.dueIntro', days)}</p>
      <ul className="rows" aria-label={words.say('directory.dueList')}>
        {view.shown.map((one) => (
          <Due key={one.id} one={one} may={may} onOpen={(form) => setOpen({ one, form })} />
        ))}
      </ul>
      {view.found > view.shown.length && (
        <div className="card__foot">
          <Button onClick={onMore}>{words.say('directory.more')}</Button>
        </div>
      )}
      {open?.form === 'check' && <CheckForm one={open.one} onClose={() => setOpen(null)} />}
      {open?.form === 'close' && <CloseForm one={open.one} onClose={() => setOpen(null)} />}
    </>
  )
}

function Due({ one, may, onOpen }: { one: Listing; may: boolean; onOpen: (form: 'check' | 'close') => void }) {
  const words = useWords()
  return (
    <li className="directory__due">
      <span className="directory__due-who">
        <Button look="link" className="row__name" onClick={() => go({ at: 'service', entryId: one.id })}>
          {one.name}
        </Button>
        <span className="soft small">{[one.contactName, listingFresh(one, words)].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="directory__due-phone">
        {one.phone ? (
          <a className="link directory__phone" href={`tel:${one.phone.replaceAll(' ', '')}`}>
            {one.phone}
          </a>
        ) : (
          <span className="soft">{words.say('directory.noPhone')}</span>
        )}
      </span>
      {may && (
        <span className="directory__due-keys">
          <Button about={one.name} onClick={() => onOpen('check')}>
            {words.say('directory.stillRight')}
          </Button>
          <Button about={one.name} onClick={() => onOpen('close')}>
            {words.say('directory.closedKey')}
          </Button>
        </span>
      )}
    </li>
  )
}
