import { useState } from 'react'
import type { OfficeLaptopView } from '../../workerLink/officeViews.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { useDecide } from './useDecide.ts'

const said = {
  revoke: {
    title: 'office.revokeTitle',
    does: 'office.revoke',
    done: 'office.wasRevoked',
    lines: ['office.revokeFirst', 'office.revokeSecond', 'office.revokeThird', 'office.revokeFourth'],
  },
  wipe: {
    title: 'office.wipeTitle',
    does: 'office.wipe',
    done: 'office.wasWiped',
    lines: ['office.wipeFirst', 'office.wipeSecond', 'office.wipeThird', 'office.wipeFourth'],
  },
} as const

/** Says what will happen to a laptop before it does. One's own laptop wants a tick besides. */
export function TakeOff({ laptop, wipe, onClose }: { laptop: OfficeLaptopView; wipe: boolean; onClose: () => void }) {
  const words = useWords()
  const decide = useDecide()
  const [sure, setSure] = useState(false)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const ask = wipe ? 'wipe' : 'revoke'
  const { title, does, done, lines } = said[ask]
  const name = laptop.name || words.say('office.unnamed')
  const doIt = async () => {
    if (laptop.mine && !sure) return setMissing(true)
    setBusy(true)
    await decide({ ask, device: laptop.id, myOwn: laptop.mine && sure }, words.say(done, { laptop: name }))
    onClose()
  }
  return (
    <Dialog
      title={words.say(title, { laptop: name })}
      closeLabel={words.say('common.cancel')}
      onClose={onClose}
      fixed
      foot={
        <Button look="danger" off={busy} onClick={() => void doIt()}>
          {words.say(does)}
        </Button>
      }
    >
      {laptop.mine && <Notice tone="danger">{words.say('office.ownLaptop')}</Notice>}
      <ul className="takeOff">
        {lines.map((line) => (
          <li key={line}>{words.say(line)}</li>
        ))}
      </ul>
      {laptop.mine && (
        <>
          {missing && !sure && (
            <Notice tone="danger" urgent>
              {words.say('office.ownMissing')}
            </Notice>
          )}
          <div className="takeOff__sure">
            <Checkbox label={words.say('office.ownTick')} checked={sure} onChange={setSure} />
          </div>
        </>
      )}
    </Dialog>
  )
}
