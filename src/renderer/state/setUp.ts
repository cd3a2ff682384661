import { create } from 'zustand'

const key = 'gather.setUpAway'

/** Whether the list of what a new team has to do was put away. A choice of this laptop: nobody's name is in it. */
export const useSetUp = create<{ away: boolean; putAway(away: boolean): void }>((set) => ({
  away: remembered(),
  putAway: (away) => {
    try {
      localStorage.setItem(key, away ? 'yes' : '')
    } catch {
      // A browser that keeps nothing shows it again the next time.
    }
    set({ away })
  },
}))

function remembered(): boolean {
  try {
    return localStorage.getItem(key) === 'yes'
  } catch {
    return false
  }
}
