import { useEffect, useRef, useState } from 'react'
import { useLink } from './link.ts'
import type { ViewName, Views } from './views.ts'

/**
 * A live answer of the worker; undefined until the first one. While the parameters change the last answer stays, so that
 * nothing flickers: a screen about one person or session is therefore given their id as its key.
 */
export function useView<Name extends ViewName>(name: Name, params: Views[Name]['params']): Views[Name]['view'] | undefined {
  const link = useLink()
  const question = JSON.stringify(params)
  const asked = useRef(params)
  asked.current = params
  const [view, setView] = useState(() => link.remembered(name, params))
  useEffect(() => link.watch(name, asked.current, setView), [link, name, question])
  return view
}
