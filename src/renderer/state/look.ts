import { create } from 'zustand'

export type Theme = 'auto' | 'light' | 'dark' | 'sun'

const key = 'gather.theme'
const themes: readonly Theme[] = ['auto', 'light', 'dark', 'sun']

interface LookState {
  theme: Theme
  choose(theme: Theme): void
}

/** How the window looks; a choice of this laptop, not of a person. */
export const useLook = create<LookState>((set) => ({
  theme: remembered(),
  choose: (theme) => {
    try {
      localStorage.setItem(key, theme)
    } catch {
      // A browser that keeps nothing still shows it until it is closed.
    }
    set({ theme })
  },
}))

function remembered(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? 'auto'
  } catch {
    return 'auto'
  }
}
