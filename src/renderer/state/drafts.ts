import { create } from 'zustand'
import type { Desk, DraftText } from '../desk/contract.ts'

interface DraftState {
  drafts: Record<string, unknown>
  keep(key: string, draft: unknown): void
  drop(key: string): void
}

/**
 * What is typed and not yet written down, by the form it belongs to. In the window's memory until the laptop locks, and what
 * would be a loss also sealed on disk, so that it outlives a crash (story 5).
 */
export const useDrafts = create<DraftState>((set, get) => ({
  drafts: {},
  keep: (key, draft) => {
    set({ drafts: { ...get().drafts, [key]: draft } })
    writeSoon(key)
  },
  drop: (key) => {
    const { [key]: gone, ...drafts } = get().drafts
    set({ drafts })
    if (gone !== undefined) writeSoon(key)
  },
}))

/** A draft that stays when its form is closed. */
export function useDraft<Draft>(key: string, fresh: Draft): [Draft, (draft: Draft) => void, () => void] {
  const draft = useDrafts((state) => (state.drafts[key] as Draft | undefined) ?? fresh)
  const { keep, drop } = useDrafts.getState()
  return [draft, (next) => keep(key, next), () => drop(key)]
}

/** Forgets all of it in the window; the disk keeps it for the next unlock. */
export function forgetDrafts(): void {
  waiting.forEach((timer) => clearTimeout(timer))
  waiting.clear()
  useDrafts.setState({ drafts: {} })
}

/** Forms whose text is kept on disk. The others hold what is elsewhere (a file, a search) or a copy of what is known. */
const keptKinds = new Set(['someoneNew', 'core', 'person', 'contact', 'note', 'health', 'incident', 'concern', 'closing', 'count', 'paper', 'newGroup'])

/** A stroke is on disk at most this long after it. Milliseconds. */
const soonMs = 120

type Disk = Pick<Desk, 'saveDraft' | 'drafts'>
let disk: Disk | null = null
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** The form a key belongs to. */
export function kindOfDraft(key: string): string {
  return key.slice(0, key.indexOf('/'))
}

function writeSoon(key: string): void {
  if (!disk || !keptKinds.has(kindOfDraft(key)) || waiting.has(key)) return
  waiting.set(key, setTimeout(() => writeNow(key), soonMs))
}

function writeNow(key: string): void {
  clearTimeout(waiting.get(key))
  waiting.delete(key)
  const draft = useDrafts.getState().drafts[key]
  void disk?.saveDraft(key, draft === undefined ? null : JSON.stringify(draft)).catch(() => {})
}

/** Writes at once what waits: the focus goes elsewhere, the window closes, the laptop locks. */
export function flushDrafts(): void {
  for (const key of waiting.keys()) writeNow(key)
}

/** Brings back what was typed before the window was closed or the laptop locked; what was typed since is newer and stays. */
export async function readDrafts(from: Disk): Promise<void> {
  disk = from
  const kept = Object.fromEntries((await from.drafts()).flatMap(readable))
  useDrafts.setState(({ drafts }) => ({ drafts: { ...kept, ...drafts } }))
}

function readable({ key, text }: DraftText): [string, unknown][] {
  try {
    return keptKinds.has(kindOfDraft(key)) ? [[key, JSON.parse(text)]] : []
  } catch {
    return []
  }
}

/** Watches for the moments at which nothing may wait. @returns stops it */
export function flushOnLeaving(target: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
  const moments = ['focusout', 'pagehide', 'visibilitychange', 'blur'] as const
  moments.forEach((moment) => target.addEventListener(moment, flushDrafts, true))
  return () => moments.forEach((moment) => target.removeEventListener(moment, flushDrafts, true))
}
