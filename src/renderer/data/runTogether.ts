/** More words than a name has; each one more would be tried with all before it. */
const mostJoined = 5

/** The same words with one run of neighbours written as one: of "van der berg" "vander berg", "van derberg" and "vanderberg". */
export function runTogether(query: readonly string[]): { run: string; all: string[] }[] {
  if (query.length > mostJoined) return []
  return query.flatMap((_, from) =>
    query.slice(from + 1).map((__, more) => {
      const to = from + 2 + more
      const run = query.slice(from, to).join('')
      return { run, all: [...query.slice(0, from), run, ...query.slice(to)] }
    }),
  )
}
