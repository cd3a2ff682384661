import { useEffect, useState } from 'react'

const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Whether nobody has touched anything for so long. @param afterMs milliseconds without a key or a movement */
export function useIdle(afterMs: number): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), afterMs)
    const wake = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setIdle(true), afterMs)
      setIdle(false)
    }
    signs.forEach((sign) => window.addEventListener(sign, wake, { passive: true }))
    return () => {
      clearTimeout(timer)
      signs.forEach((sign) => window.removeEventListener(sign, wake))
    }
  }, [afterMs])
  return idle
}
