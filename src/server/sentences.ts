/** "1 laptop", "3 laptops": English counts for the commands' sentences. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

/** "Thursday 26 November 2026 at 02:00", in the time zone of the server's machine, which the reader sits at. */
export function moment(iso: string): string {
  const at = new Date(iso)
  const day = at.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return `${day} at ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
}

/** A laptop in a line: its name, if one is known, and the id that commands take. */
export function laptopLine({ id, name }: { id: string; name: string | null }): string {
  return `  ${id}${name ? `  ${name}` : ''}`
}
