import { useEffect, useRef, useState } from 'react'
import { Autocomplete, Input, Label, Menu, MenuItem, SearchField, Text } from 'react-aria-components'
import { useWorker } from '../workerLink/link.ts'
import { useView } from '../workerLink/useView.ts'
import type { GoToHit } from '../workerLink/views.ts'
import { go } from '../state/place.ts'
import type { Place } from '../state/places.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { PersonName } from '../parts/PersonName.tsx'
import { fullName } from '../words/apartInWords.ts'
import type { MessageId } from '../words/en.ts'
import { useWords } from '../words/useWords.ts'

const kinds: Record<GoToHit['kind'], MessageId> = { person: 'goTo.person', group: 'goTo.group', session: 'goTo.session' }

/** Ctrl K: any person, group or session by a part of its name. */
export function GoTo({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const [text, setText] = useState('')
  const isOver = useView('status', null)?.lease?.state === 'over'
  const { hits, answered } = useGoTo(text, isOver)
  const nothing = isOver ? words.say('goTo.isOver') : words.say('goTo.nothing', { text })
  const leave = (hit: GoToHit) => {
    onClose()
    go(placeOf(hit))
  }
  return (
    <Dialog title={words.say('goTo.title')} closeLabel={words.say('common.close')} onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="nhsuk-form-group" autoFocus>
          <Label className="nhsuk-label">{words.say('goTo.label')}</Label>
          <Text slot="description" className="nhsuk-hint" elementType="div">
            {words.say('goTo.hint')}
          </Text>
          <Input className="nhsuk-input" />
        </SearchField>
        <Menu
          className="menu"
          aria-label={words.say('goTo.results')}
          items={hits}
          renderEmptyState={() => <p className="empty">{text && answered ? nothing : words.say('goTo.start')}</p>}
        >
          {(hit) => (
            <MenuItem id={hit.id} className="menu__item" textValue={fullName(hit, words)} onAction={() => leave(hit)}>
              <span className="grow">
                <PersonName of={hit} /> <span className="soft small">{hit.detail}</span>
              </span>
              <span className="soft small">{words.say(kinds[hit.kind])}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}

/** @param isOver the lease: once this laptop has been connected again, people are found too */
function useGoTo(text: string, isOver: boolean): { hits: GoToHit[]; answered: boolean } {
  const worker = useWorker()
  const [found, setFound] = useState<{ text: string; hits: GoToHit[] }>({ text: '', hits: [] })
  const latest = useRef(0)
  useEffect(() => {
    const asked = ++latest.current
    if (!text.trim()) return setFound({ text, hits: [] })
    void worker.ask('goTo', { text }).then((hits) => asked === latest.current && setFound({ text, hits: hits ?? [] }))
  }, [worker, text, isOver])
  return { hits: found.hits, answered: found.text === text }
}

function placeOf(hit: GoToHit): Place {
  if (hit.kind === 'person') return { at: 'person', personId: hit.id }
  return hit.kind === 'group' ? { at: 'group', groupId: hit.id } : { at: 'register', sessionId: hit.id }
}
