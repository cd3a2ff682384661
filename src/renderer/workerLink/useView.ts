import { useEffect, useRef, useState } from 'react'
import { keptWhereSame } from '../../shared/std/json.ts'
import { useLink } from './link.ts'
import type { QuestionAnswer, QuestionName, QuestionParams } from './questions.ts'

/**
 * A live answer of the worker; undefined until the first one. While the parameters change the last answer stays, so that
 * nothing flickers: a screen about one person or session is therefore given their id as its key. What is as it was keeps its
 * identity, so that a list of hundreds draws the one row that changed.
 */
export function useView<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): QuestionAnswer<Name> | undefined {
  const link = useLink()
  const question = JSON.stringify(params)
  const asked = useRef(params)
  asked.current = params
  const [view, setView] = useState(() => link.remembered(name, params))
  useEffect(() => link.watch(name, asked.current, (now) => setView((before) => keptWhereSame(before, now))), [link, name, question])
  return view
}
