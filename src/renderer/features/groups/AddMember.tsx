import { useState } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField, Text } from 'react-aria-components'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { GroupView } from '../../workerLink/views.ts'
import { say } from '../../state/said.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { present } from '../../words/present.ts'

/** Enough to choose from. */
const most = 12

/** Makes somebody who is known a member. The dialog stays open for the next one. */
export function AddMember({ group, onClose }: { group: GroupView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [text, setText] = useState('')
  const [added, setAdded] = useState<string | null>(null)
  const people = useView('people', { text, most })?.shown ?? []
  const members = new Set(group.people.map((one) => one.personId))
  const shown = people.filter((one) => !members.has(one.personId))
  const add = async (personId: string) => {
    const person = shown.find((one) => one.personId === personId)
    const result = await worker.run('addMember', { groupId: group.groupId, personId, since: words.dateOf(present()) })
    const told = result.ok ? words.say('addMember.added', { name: person?.name ?? '', group: group.name }) : reasonInWords(result.reason, words)
    setAdded(told)
    say(told)
    setText('')
  }
  return (
    <Dialog title={words.say('addMember.title')} closeLabel={words.say('common.close')} onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="nhsuk-form-group" autoFocus>
          <Label className="nhsuk-label">{words.say('addMember.find')}</Label>
          <Text slot="description" className="nhsuk-hint" elementType="div">
            {words.say('addMember.hint')}
          </Text>
          <Input className="nhsuk-input" />
        </SearchField>
        <p className="field__saved">{added}</p>
        <ListBox
          className="combo__list"
          aria-label={words.say('addMember.results')}
          items={shown.map((one) => ({ ...one, id: one.personId }))}
          onAction={(id) => void add(String(id))}
          renderEmptyState={() => <p className="empty">{words.say('addMember.nobody', { text })}</p>}
        >
          {(one) => (
            <ListBoxItem id={one.id} className="option" textValue={one.name}>
              <span className="grow">
                <span className="row__name">{one.name}</span> <span className="soft small">{one.groups.join(', ')}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}
