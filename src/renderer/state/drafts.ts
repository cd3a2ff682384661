import { create } from 'zustand'

interface DraftState {
  drafts: Record<string, unknown>
  keep(key: string, draft: unknown): void
  drop(key: string): void
}

/**
 * What is typed and not yet written down, by the form it belongs to. Only in memory, because it holds names; forgotten when the
 * laptop locks.
 */
export const useDrafts = create<DraftState>((set, get) => ({
  drafts: {},
  keep: (key, draft) => set({ drafts: { ...get().drafts, [key]: draft } }),
  drop: (key) => {
    const { [key]: _gone, ...drafts } = get().drafts
    set({ drafts })
  },
}))

/** A draft that stays when its form is closed. */
export function useDraft<Draft>(key: string, fresh: Draft): [Draft, (draft: Draft) => void, () => void] {
  const draft = useDrafts((state) => (state.drafts[key] as Draft | undefined) ?? fresh)
  const { keep, drop } = useDrafts.getState()
  return [draft, (next) => keep(key, next), () => drop(key)]
}

/** Forgets all of it. */
export function forgetDrafts(): void {
  useDrafts.setState({ drafts: {} })
}
