import type { KnowKind } from '../workerLink/doorViews.ts'
import type { TextToKnow } from '../workerLink/personTexts.ts'

/** Shapes beside the words, so that one finds the line without reading all of them. 24 by 24, drawn in lines. */
const shapes: Record<Exclude<KnowKind, TextToKnow>, string> & Partial<Record<TextToKnow, string>> = {
  sittingOut: 'M5 21v-7h14v7M7 14V4M17 14V9M5 14V9',
  modified: 'M4 7h16M4 17h16M9 4v6M15 14v6',
  askedToCheck: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 17h.01',
  declined: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8',
  medicine: 'M8.5 20.5a5 5 0 0 1-7-7l7-7a5 5 0 0 1 7 7zM8.5 6.5l7 7M15 20h6M18 17v6',
  alert: 'M12 3 2 20h20zM12 10v5M12 17.5h.01',
  pleaseDont: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M6 6l12 12',
  pleaseDo: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12l3 3 5-6',
  interpreter: 'M3 5h11v9H8l-5 4zM14 9h7v11l-4-3h-6v-3',
  mobility: 'M9 5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3M9 7v7h6l3 6M9 10h5M7 12a5 5 0 1 0 6 7',
  accessNeeds: 'M2 12s4-6 10-6 10 6 10 6-4 6-10 6S2 12 2 12M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  guardian: 'M9 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 21v-6a5 5 0 0 1 10 0v6M18 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4M16 21v-4a2 2 0 0 1 4 0v4',
  noPhoto: 'M4 7h4l2-2h4l2 2h4v12H4zM12 10a3 3 0 1 0 0 6 3 3 0 0 0 0-6M3 3l18 18',
}
/** What somebody says of themselves, where no shape of its own was drawn. */
const speech = 'M4 4h16v12H10l-5 4v-4H4zM8 8h8M8 12h5'
const worries: readonly KnowKind[] = ['sittingOut', 'alert', 'pleaseDont', 'noPhoto']

export function KnowIcon({ kind }: { kind: KnowKind }) {
  return (
    <svg className={worries.includes(kind) ? 'know__icon know__icon--worry' : 'know__icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[kind] ?? speech} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
