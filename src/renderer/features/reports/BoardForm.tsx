import { useState } from 'react'
import { boardParts, boardReport, boardTimes } from '../../../shared/records/boardReport.ts'
import { longest } from '../../../shared/records/longest.ts'
import { addMonths } from '../../../shared/std/dates.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField, TextArea, TextField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'
import type { BoardReportView } from '../../workerLink/boardViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { BoardTicks } from './BoardTicks.tsx'

type Settings = Omit<BoardReportView, 'boardReportId' | 'due'>

interface Changing {
  /** The one that is changed; none: a new one. */
  report?: BoardReportView
  onClose: () => void
  /** Told the id of a new one. */
  onSaved?: (boardReportId: string) => void
}

/** What is on a board report, and when it is needed. */
export function BoardForm({ report, onClose, onSaved }: Changing) {
  const words = useWords()
  const groups = useView('groups', null) ?? []
  const { form, set, asked, refused, save } = useBoardForm({ ...(report && { report }), onClose, ...(onSaved && { onSaved }) })
  const [nameMissing, dateMissing] = [form.name.trim() ? null : words.say('board.nameNeeded'), form.from ? null : words.say('board.dateNeeded')]
  const missing = nameMissing ?? dateMissing // said above the button too: the field may be scrolled away
  return (
    <DialogForm
      title={words.say(report ? 'board.change' : 'board.new')}
      refused={refused ?? (asked ? missing : null)}
      onSubmit={() => void save()}
      onClose={onClose}
      foot={
        <Button type="submit" look="go">
          {words.say('board.save')}
        </Button>
      }
    >
      <TextField
        label={words.say('board.name')}
        value={form.name}
        maxLength={longest(boardReport, 'name')}
        error={asked ? nameMissing : null}
        onChange={(event) => set({ name: event.target.value })}
      />
      <DayField
        label={words.say('board.from')}
        hint={words.say('board.fromHint')}
        value={form.from}
        error={asked ? dateMissing : null}
        onChange={(event) => set({ from: event.target.value })}
      />
      <TextArea
        label={words.say('board.words')}
        hint={words.say('board.wordsHint')}
        value={form.words}
        maxLength={longest(boardReport, 'words')}
        onChange={(event) => set({ words: event.target.value })}
      />
      <BoardTicks
        legend={words.say('board.groups')}
        all={groups.map(({ groupId, name }) => ({ id: groupId, name }))}
        chosen={form.groupIds}
        onChoose={(groupIds) => set({ groupIds })}
      />
      <BoardTicks
        legend={words.say('board.parts')}
        all={boardParts.map((id) => ({ id, name: words.say(`boardPart.${id}`) }))}
        chosen={form.parts}
        onChoose={(parts) => set({ parts })}
      />
      <Radios
        legend={words.say('board.every')}
        value={form.every}
        choices={boardTimes.map((value) => ({ value, label: words.say(`boardTime.${value}`) }))}
        onChoose={(every) => set({ every })}
      />
    </DialogForm>
  )
}

/** What is typed, and what becomes of it. */
function useBoardForm({ report, onClose, onSaved }: Changing) {
  const words = useWords()
  const worker = useWorker()
  const from = addMonths(words.dateOf(present()), -12)
  const fresh: Settings = { name: '', groupIds: [], parts: ['growth', 'outcomes'], from, words: '', every: 'never' }
  const [form, set, drop] = useEdits<Settings>(formKey('boardReport', { boardReportId: report?.boardReportId ?? 'new' }), report ?? fresh)
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<{ boardReportId: string } | null>((answer) => {
    drop()
    onClose()
    if (answer) onSaved?.(answer.boardReportId)
  })
  const save = async () => {
    setAsked(true)
    const settings = { ...pick(form), name: form.name.trim(), words: form.words.trim() }
    if (!settings.name || !settings.from) return
    if (report) saved(await worker.run('changeBoardReport', { ...settings, boardReportId: report.boardReportId }))
    else saved(await worker.run('addBoardReport', settings))
  }
  return { form, set, asked, refused, save }
}

function pick({ name, groupIds, parts, from, words, every }: Settings): Settings {
  return { name, groupIds, parts, from, words, every }
}
