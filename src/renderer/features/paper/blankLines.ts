/** Lines on the first page of A4 below its head, and on each page after it; the foot takes as much as two. */
const [onFirst, onOthers, foot] = [23, 25, 2]
/** Room for people whom nobody expected: at least so many, and no more than anybody needs. */
const [fewest, most] = [4, 14]

/** How many blank lines follow so many names: they fill the last page rather than begin another for one line. */
export function blankLinesFor(names: number): number {
  const used = names + 1 + foot // the line that says "New people"
  const more = Math.max(0, Math.ceil((used + fewest - onFirst) / onOthers))
  return Math.min(most, onFirst + more * onOthers - used)
}
