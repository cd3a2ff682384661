import { useState } from 'react'
import { deprivationIndex } from '../../../shared/records/deprivation.ts'
import type { DeprivationTrouble, ReadDeprivation } from '../../../shared/portable/deprivation.ts'
import { say } from '../../state/said.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import type { FileTrouble } from '../../workerLink/contract.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ListSizesView } from '../../workerLink/listSizeViews.ts'

interface Read extends ReadDeprivation {
  name: string
}

/** In which tenth of England postcodes are: a table that somebody brings in, and what is kept of it. */
export function Deprivation({ known }: { known: ListSizesView['deprived'] }) {
  const words = useWords()
  const worker = useWorker()
  const [trouble, setTrouble] = useState<FileTrouble | DeprivationTrouble | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  const look = async (file: File | undefined) => {
    if (!file) return
    setRead(null)
    const bytes = await file.arrayBuffer().catch(() => null)
    const result = bytes ? await worker.readList({ bytes: new Uint8Array(bytes) }) : { ok: false as const, reason: 'fileUnreadable' as const }
    if (!result.ok) return setTrouble(result.reason)
    const found = await worker.ask('deprivationPlan', { csv: result.value[0]?.csv ?? '' })
    setTrouble(typeof found === 'string' ? found : null)
    if (found && typeof found !== 'string') setRead({ ...found, name: file.name })
  }
  return (
    <Card title={words.say('deprivation.title')}>
      <div className="card__body listSizes__bring">
        {trouble && (
          <Notice tone="danger" urgent>
            {words.say(trouble.startsWith('file') ? `fileTrouble.${trouble as FileTrouble}` : `deprivation.trouble.${trouble as DeprivationTrouble}`)}
          </Notice>
        )}
        <p>{words.say('deprivation.where')}</p>
        {known && <Kept known={known} />}
        <FileButton accept=".csv,.txt,.tsv,.xlsx,.xls,.ods,text/csv" onFile={(file) => void look(file)}>
          {words.say('deprivation.choose')}
        </FileButton>
        {read && <Preview read={read} onDone={() => setRead(null)} />}
      </div>
    </Card>
  )
}

function Kept({ known }: { known: NonNullable<ListSizesView['deprived']> }) {
  const words = useWords()
  const worker = useWorker()
  const remove = async () => {
    const done = await worker.run('voidDeprivation', { deprivationIds: known.ids })
    say(done.ok ? words.say('deprivation.removed') : reasonInWords(done.reason, words))
  }
  return (
    <p>
      {words.say('deprivation.known', { postcodes: known.postcodes, index: known.index })}{' '}
      <Button look="link" about={words.say('deprivation.title')} onClick={() => void remove()}>
        {words.say('listSizes.remove')}
      </Button>
    </p>
  )
}

/** What the table says, before anything of it is kept. */
function Preview({ read, onDone }: { read: Read; onDone: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [index, setIndex] = useState<(typeof deprivationIndex.options)[number]>('2025')
  const keep = async () => {
    const done = await worker.run('keepDeprivation', { index, source: read.name.slice(0, 200), sectors: read.sectors })
    say(done.ok ? words.say('deprivation.kept', { postcodes: read.postcodes }) : reasonInWords(done.reason, words))
    if (done.ok || done.reason === 'nothingChanged') onDone()
  }
  const { count, lines } = read.unread
  return (
    <>
      <Notice tone="plain" title={words.say('deprivation.found', { postcodes: read.postcodes })}>
        {count > 0 && words.say('deprivation.unread', { count, lines: words.list(lines.map(String)) })}
      </Notice>
      <Radios
        legend={words.say('deprivation.which')}
        inline
        value={index}
        choices={deprivationIndex.options.map((value) => ({ value, label: value }))}
        onChoose={setIndex}
      />
      <Button look="go" onClick={() => void keep()}>
        {words.say('deprivation.keep')}
      </Button>
    </>
  )
}
