import { create } from 'zustand'
import type { WorkerCalls, DraftText } from '../workerLink/contract.ts'
import { formOfKey, forms, formsOfCases, type FormKey } from './forms.ts'

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

/** What is typed in a form. It stays when the form is closed, and outlives a crash, until it is dropped. */
export function useForm<Typed>(key: FormKey, fresh: Typed): [Typed, (typed: Typed) => void, () => void] {
  return useInWindow(key, fresh)
}

const untouched = {}

/**
 * The same over what is known already, or over empty fields: only what somebody touched is a draft, so that what another laptop
 * changes meanwhile is not written over with what this form showed.
 * @returns what the fields show, sets some of them, and drops what was typed
 */
export function useEdits<Typed extends object>(key: FormKey, shown: Typed): [Typed, (more: Partial<Typed>) => void, () => void] {
  const [touched, keep, drop] = useForm<Partial<Typed>>(key, untouched)
  return [{ ...shown, ...touched }, (more) => keep({ ...touched, ...more }), drop]
}

/** What a screen remembers until the laptop locks, and never on disk: a file that was chosen, a search, what came of an import. */
export function useInWindow<Value>(key: string, fresh: Value): [Value, (value: Value) => void, () => void] {
  const value = useDrafts((state) => (state.drafts[key] as Value | undefined) ?? fresh)
  const { keep, drop } = useDrafts.getState()
  return [value, (next) => keep(key, next), () => drop(key)]
}

/** Forgets all of it in the window; the disk keeps it for the next unlock. */
export function forgetDrafts(): void {
  waiting.forEach((timer) => clearTimeout(timer))
  waiting.clear()
  useDrafts.setState({ drafts: {} })
}

/** Somebody does not work with cases any more: what was typed about them is forgotten in the window, and stays sealed on disk. */
export function forgetCaseDrafts(): void {
  flushDrafts()
  const isOfCases = (key: string) => {
    const form = formOfKey(key)
    return form !== null && forms[form].of === 'cases'
  }
  useDrafts.setState(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => !isOfCases(key))) }))
}

/** A stroke is on disk at most this long after it. Milliseconds. */
const soonMs = 120

type Disk = Pick<WorkerCalls, 'saveDraft' | 'drafts'>
let disk: Disk | null = null
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

function writeSoon(key: string): void {
  if (!disk || formOfKey(key) === null || waiting.has(key)) return
  waiting.set(
    key,
    setTimeout(() => writeNow(key), soonMs),
  )
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
  const kept = Object.fromEntries((await from.drafts(formsOfCases)).flatMap(readable))
  useDrafts.setState(({ drafts }) => ({ drafts: { ...kept, ...drafts } }))
}

function readable({ key, text }: DraftText): [string, unknown][] {
  try {
    return formOfKey(key) !== null ? [[key, JSON.parse(text)]] : []
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
