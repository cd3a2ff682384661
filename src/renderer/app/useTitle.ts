import { useEffect } from 'react'
import { titleOf, type TitledScreen } from '../../shared/ipc/titles.ts'
import type { Phase } from '../workerLink/contract.ts'
import { usePlace } from '../state/place.ts'

/** The window's title says where one is, and never about whom. */
export function useTitle({ phase }: Phase): void {
  const at = usePlace((state) => state.place.at)
  const screen: TitledScreen = phase === 'open' ? at : phase
  useEffect(() => {
    document.title = titleOf(screen)
  }, [screen])
}
