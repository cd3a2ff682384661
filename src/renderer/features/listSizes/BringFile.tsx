import { useState } from 'react'
import { practiceCodeIn, type ReadLists, type ListFileTrouble } from '../../../shared/portable/listSizes.ts'
import { say } from '../../state/said.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ListSizesView } from '../../workerLink/listSizeViews.ts'

/** Single years of age of all England are 30 MB. Bytes. */
const mostBytes = 80_000_000

type Trouble = ListFileTrouble | 'tooLarge' | 'unreadable' | 'noCodes'
interface Read extends ReadLists {
  name: string
}

/** Takes the numbers of our practices out of a file that NHS England publishes each month. */
export function BringFile({ view }: { view: ListSizesView }) {
  const words = useWords()
  const worker = useWorker()
  const [more, setMore] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [asked, setAsked] = useState(false)
  const typed = codesIn(more)
  const codes = [...new Set([...view.practices, ...view.missing].map((one) => one.odsCode).concat(typed.codes))]
  const look = async (file: File | undefined) => {
    if (!file) return
    setAsked(true)
    setRead(null)
    const found = codes.length === 0 ? 'noCodes' : await readFile(file, (text) => worker.ask('listSizePlan', { file: text, codes }))
    setTrouble(typeof found === 'string' ? found : null)
    if (found && typeof found !== 'string') setRead({ ...found, name: file.name })
  }
  return (
    <Card title={words.say('listSizes.bring')}>
      <div className="card__body listSizes__bring">
        {trouble && (
          <Notice tone="danger" urgent>
            {words.say(`listSizes.trouble.${trouble}`)}
          </Notice>
        )}
        <p>{words.say('listSizes.where')}</p>
        <div className="listSizes__codes">
          <TextField
            label={words.say('listSizes.moreCodes')}
            hint={words.say('listSizes.moreCodesHint')}
            value={more}
            maxLength={400}
            error={asked && typed.none.length > 0 ? words.say('listSizes.noCode', { typed: words.list(typed.none) }) : null}
            onChange={(event) => setMore(event.target.value)}
          />
        </div>
        <FileButton accept=".csv,text/csv" onFile={(file) => void look(file)}>
          {words.say('listSizes.choose')}
        </FileButton>
        {read && <Preview read={read} onDone={() => setRead(null)} />}
      </div>
    </Card>
  )
}

/** What is typed as codes of practices, however they are parted; and what is none. */
function codesIn(text: string): { codes: string[]; none: string[] } {
  const typed = text.split(/[\s,;]+/).filter(Boolean)
  return { codes: typed.flatMap((word) => practiceCodeIn(word) ?? []), none: typed.filter((word) => !practiceCodeIn(word)) }
}

async function readFile(file: File, ask: (text: string) => Promise<ReadLists | ListFileTrouble | null>): Promise<ReadLists | Trouble | null> {
  if (file.size > mostBytes) return 'tooLarge'
  const text = await file.text().catch(() => null)
  return text === null ? 'unreadable' : ask(text)
}

/** What the file says, before anything of it is kept. */
function Preview({ read, onDone }: { read: Read; onDone: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { lists, missing, on, name } = read
  const keep = async () => {
    const done = await worker.run('keepListSizes', { on, source: name.slice(0, 200), lists })
    say(done.ok ? words.say('listSizes.kept', { count: lists.length }) : reasonInWords(done.reason, words))
    if (done.ok) onDone()
  }
  const all = lists.reduce((sum, one) => sum + (one.all ?? 0), 0)
  return (
    <Notice
      tone="plain"
      title={words.say('listSizes.found', { count: lists.length, day: words.fullDate(on) })}
      actions={
        <Button look="go" onClick={() => void keep()}>
          {words.say('listSizes.keep')}
        </Button>
      }
    >
      {[
        all > 0 ? words.say('listSizes.inAll', { patients: words.number(all) }) : '',
        lists.some((one) => one.byAge) ? words.say('listSizes.hasAges') : '',
        missing.length > 0 ? words.say('listSizes.notInIt', { codes: words.list(missing) }) : '',
      ]
        .filter(Boolean)
        .join(' ')}
    </Notice>
  )
}
