import { useDeferredValue } from 'react'
import type { QuestionAnswer, QuestionName, QuestionParams } from './questions.ts'
import { useView } from './useView.ts'

/**
 * The same as `useView` for answers of many rows: React draws them a piece at a time, so that a key that comes meanwhile is not kept waiting.
 * Drawn at once, a day of forty-five sessions held the window for 80 ms. Not for the register: there the tick is what one waits for.
 */
export function useLongView<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): QuestionAnswer<Name> | undefined {
  return useDeferredValue(useView(name, params))
}
