/**
 * How long some work keeps this thread's processor busy, and what came of it: how much work there is, whatever else the
 * machine does meanwhile. @returns milliseconds
 */
export async function busyFor<Value>(work: () => Value | Promise<Value>): Promise<{ ms: number; value: Value }> {
  const before = process.threadCpuUsage()
  const value = await work()
  const { user, system } = process.threadCpuUsage(before)
  return { ms: (user + system) / 1000, value }
}
