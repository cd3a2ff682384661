import { Fragment, useState } from 'react'
import { actionsNow, useActionScopes, type Action } from '../state/actions.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Key } from '../ui/Key.tsx'
import { printedKey } from '../ui/printedKey.ts'
import type { MessageId } from '../words/en.ts'
import { useWords } from '../words/useWords.ts'

const always: [MessageId, MessageId][] = [
  ['keys.letters', 'keys.lettersDo'],
  ['keys.arrows', 'keys.arrowsDo'],
  ['keys.tab', 'keys.tabDo'],
]

/** All keys that do something now, made from the same actions as the buttons. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const [scopes] = useState(() => useActionScopes.getState().scopes)
  const part = (everywhere: boolean) =>
    actionsNow(Object.fromEntries(Object.entries(scopes).filter(([, scope]) => scope.everywhere === everywhere))).filter((action) => action.key)
  return (
    <Dialog title={words.say('keys.title')} closeLabel={words.say('common.close')} onClose={onClose} toRead>
      <dl className="keys">
        <Part title={words.say('keys.here')} actions={part(false)} />
        <Part title={words.say('keys.everywhere')} actions={part(true)} />
        {always.map(([key, does]) => (
          <Fragment key={key}>
            <dt>
              <Key>{words.say(key)}</Key>
            </dt>
            <dd>{words.say(does)}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  )
}

function Part({ title, actions }: { title: string; actions: readonly Action[] }) {
  if (actions.length === 0) return null
  return (
    <>
      <div className="keys__part">
        <dt className="out-of-sight">{title}</dt>
        <dd>
          <h3>{title}</h3>
        </dd>
      </div>
      {actions.map((action) => (
        <Fragment key={action.id}>
          <dt>
            <Key>{printedKey(action.key ?? '')}</Key> {action.also && <Key>{printedKey(action.also)}</Key>}
          </dt>
          <dd>{action.label}</dd>
        </Fragment>
      ))}
    </>
  )
}
