import { Fragment } from 'react'

/** A text with the matching parts underlined. @param marks half-open ranges, in order */
export function Marked({ text, marks }: { text: string; marks: readonly [number, number][] }) {
  const starts = [0, ...marks.map(([, end]) => end)]
  return (
    <>
      {marks.map(([start, end], at) => (
        <Fragment key={start}>
          {text.slice(starts[at], start)}
          <mark className="mark-text">{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(starts.at(-1))}
    </>
  )
}
