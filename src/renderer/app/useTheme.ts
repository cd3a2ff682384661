import { useEffect } from 'react'
import { useLook } from '../state/look.ts'

/** Puts the chosen theme onto the page; "as the laptop is set" follows the system. */
export function useTheme(): void {
  const theme = useLook((state) => state.theme)
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])
}
