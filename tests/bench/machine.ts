import { readFileSync, readdirSync, realpathSync } from 'node:fs'
import { mkdir, statfs } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'

/** Where figures come from: without it they mean nothing. */
export interface Machine {
  cores: number
  processor: string
  memoryGiB: number
  kernel: string
  node: string
  /** Of the bench's folder: type, device, options of the mount. */
  fileSystem: string
  freeGiB: number
  /** How the disk caches writes, as the kernel says. */
  writeCache: string
  /** Share of the cores that others were using before the run began, 0 to 1. */
  busy: number
}

/** Kinds of file system that a power cut empties, or that answer before a disk has anything. */
const noDisk = ['tmpfs', 'ramfs', 'devtmpfs', 'hugetlbfs', 'zram']

/** Looks at the machine. Throws where the folder is no disk: a durable tick cannot be measured in memory. */
export async function machineOf(folder: string): Promise<Machine> {
  await mkdir(folder, { recursive: true })
  const mount = mountOf(realpathSync(folder))
  refuseMemory(mount, folder)
  const { bavail, bsize } = await statfs(folder)
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    fileSystem: `${mount.type} on ${mount.device} (${mount.options})`,
    freeGiB: Math.floor((bavail * bsize) / 2 ** 30),
    writeCache: writeCaches(),
    busy: await busyShare(),
  }
}

/** The facts, a line each. */
export function machineText(machine: Machine, more: Record<string, string>): string {
  const facts = {
    machine: `${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, Linux ${machine.kernel}, ${Math.round(machine.busy * 100)} % busy before the run`,
    'file system': `${machine.fileSystem}, ${machine.freeGiB} GiB free, write cache: ${machine.writeCache}`,
    node: machine.node,
    ...more,
  }
  const width = Math.max(...Object.keys(facts).map((name) => name.length))
  return Object.entries(facts)
    .map(([name, value]) => `${name.padEnd(width)}  ${value}`)
    .join('\n')
}

/** How much of the cores' time is used, watched for so many milliseconds. */
export async function busyShare(watchMs = 2000): Promise<number> {
  const before = cpuTimes()
  await new Promise((resolve) => {
    setTimeout(resolve, watchMs)
  })
  const after = cpuTimes()
  return 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all)
}

function cpuTimes(): { idle: number; all: number } {
  const times = cpus().map((core) => core.times)
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  return { idle: sum(times.map((one) => one.idle)), all: sum(times.flatMap((one) => Object.values(one))) }
}

interface Mount {
  device: string
  type: string
  options: string
}

/** The mount that holds a path: the longest that it begins with; of two on one place the later covers the earlier. */
function mountOf(path: string): Mount {
  const found = read('/proc/mounts')
    .split('\n')
    .flatMap((line) => {
      const [device, at, type, options] = line.split(' ')
      const place = at?.replaceAll('\\040', ' ')
      if (!device || !place || !type || !options) return []
      return path === place || path.startsWith(place.endsWith('/') ? place : `${place}/`) ? [{ at: place, device, type, options }] : []
    })
  const longest = found.reduce((best, one) => (one.at.length >= best.at.length ? one : best), {
    at: '',
    device: 'unknown',
    type: 'unknown',
    options: '',
  })
  return { device: longest.device, type: longest.type, options: longest.options }
}

function refuseMemory(mount: Mount, folder: string): void {
  if (noDisk.includes(mount.type)) throw new Error(`${folder} lies in memory (${mount.type}): name a folder on a disk with --dir`)
  const careless = mount.options.split(',').find((option) => ['nobarrier', 'barrier=0', 'data=writeback', 'volatile'].includes(option))
  if (careless) throw new Error(`${folder} is mounted "${careless}": it answers before the disk has anything`)
  const preloaded = [process.env['LD_PRELOAD'], read('/etc/ld.so.preload')].join(' ')
  if (/eatmydata|nosync/i.test(preloaded)) throw new Error('a library that makes flushing do nothing is loaded (LD_PRELOAD)')
}

function writeCaches(): string {
  const disks = readable(() => readdirSync('/sys/block'), []).filter((name) => !/^(loop|ram|zram|dm-|sr)/.test(name))
  return disks.map((name) => `${name} ${read(`/sys/block/${name}/queue/write_cache`).trim()}`).join(', ') || 'unknown'
}

function read(path: string): string {
  return readable(() => readFileSync(path, 'utf8'), '')
}

function readable<Value>(look: () => Value, otherwise: Value): Value {
  try {
    return look()
  } catch {
    return otherwise
  }
}
