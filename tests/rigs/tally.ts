import type { HostName } from '../e2e/rig/rig.ts'
import type { Amiss } from './park.ts'

/** What came of all the rounds of a rig. */
export class Tally {
  passed = 0
  private failed = 0
  private ticks = 0
  private readonly lost: string[] = []
  private readonly hosts = new Map<HostName, number>()

  /** One round's end. @param drawn how many ticks it drew @param wrong what it found amiss, or what broke it @param note what else is worth a word */
  round(number: number, host: HostName, drawn: number, wrong: Amiss | string, note: string): void {
    const words = typeof wrong === 'string' ? wrong : amissInWords(wrong)
    this.ticks += drawn
    this.hosts.set(host, (this.hosts.get(host) ?? 0) + 1)
    if (words === '') this.passed++
    else {
      this.failed++
      this.lost.push(words)
    }
    console.log(`${String(number).padStart(3)} ${host}: ${drawn} ticks, ${note}: ${words === '' ? 'all there' : words}`)
  }

  /** Says the last line. @returns whether nothing failed */
  say(more = ''): boolean {
    const where = [...this.hosts].map(([host, times]) => `${times} in ${host}`).join(', ')
    for (const words of this.lost) console.log(`  ${words}`)
    console.log(`${this.ticks} ticks drawn (${where})${more}: ${this.passed} passed, ${this.failed} failed`)
    return this.failed === 0
  }
}

function amissInWords({ lost, doubled }: Amiss): string {
  const words = [lost.length > 0 ? `LOST ${lost.join(', ')}` : '', doubled.length > 0 ? `DOUBLED ${doubled.join(', ')}` : '']
  return words.filter(Boolean).join('; ')
}
