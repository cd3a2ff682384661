import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { Page } from './Page.tsx'

export interface PrintSays {
  print: string
  save: string
  back: string
  failed: string
  /** Names the paper for screen readers. */
  sheet: string
}

interface PrintPageProps {
  title: ReactNode
  /** How many sheets, and what to do with them. */
  under?: ReactNode
  says: PrintSays
  printing: { print(): void; save: (() => void) | null; failed: boolean; nothing: boolean }
  onBack: () => void
  /** Choices that change the sheet; they are not printed. */
  before?: ReactNode
  /** What else one can do with it, below the sheets; not printed. */
  after?: ReactNode
  /** One `Sheet` for each page of paper that begins anew. */
  children: ReactNode
}

/** A sheet as it will be printed, with what one can do with it. Paper gets the sheets and nothing else of the screen. */
export function PrintPage({ title, under, says, printing, onBack, before, after, children }: PrintPageProps) {
  return (
    <Page
      className="print-page"
      title={title}
      under={under}
      actions={
        <>
          <Button keyLabel="Esc" onClick={onBack}>
            {says.back}
          </Button>
          {printing.save && !printing.nothing && (
            <Button keyLabel="Ctrl S" onClick={printing.save}>
              {says.save}
            </Button>
          )}
          {!printing.nothing && (
            <Button look="go" keyLabel="Ctrl P" onClick={printing.print}>
              {says.print}
            </Button>
          )}
        </>
      }
    >
      {printing.failed && (
        <Notice tone="danger" urgent>
          {says.failed}
        </Notice>
      )}
      {before && <div className="no-print">{before}</div>}
      <section className="sheets" aria-label={says.sheet}>
        {children}
      </section>
      {after && <div className="no-print">{after}</div>}
    </Page>
  )
}

/** One page of A4 paper; longer contents run on over the next. Always ink on white, whatever the theme. */
export function Sheet({ className = '', children }: { className?: string; children: ReactNode }) {
  return <article className={`sheet ${className}`.trim()}>{children}</article>
}
