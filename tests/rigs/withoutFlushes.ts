import { cp, mkdtemp, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** What is planted, by the files it belongs to. Each must be found at least once. */
const plants = [
  { files: /worker-[\w-]+\.js$/, from: /chromeTransactionDurability:`strict`/g, to: 'chromeTransactionDurability:`relaxed`' },
  { files: /worker-[\w-]+\.js$/, from: /\.flush\(\)/g, to: '.getSize()' },
  { files: /main.index\.cjs$/, from: /O_APPEND \| O_DSYNC/g, to: 'O_APPEND' },
  { files: /main.index\.cjs$/, from: /\.(sync|datasync)\(\)/g, to: '.stat()' },
]

/** A copy of what was built, with its flushes switched off: the control, which must lose. @param built the folder of a build */
export async function withoutFlushes(built: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'gather-without-flushes-'))
  await cp(built, copy, { recursive: true })
  await symlink(resolve('node_modules'), join(copy, 'node_modules')).catch(() => {}) // there in the desktop app's folder already
  for (const plant of plants) await put(copy, plant)
  return copy
}

async function put(folder: string, { files, from, to }: (typeof plants)[number]): Promise<void> {
  let planted = 0
  for (const path of (await readdir(folder, { recursive: true })).filter((one) => files.test(one) && !one.includes('node_modules'))) {
    const text = await readFile(join(folder, path), 'utf8')
    planted += text.match(from)?.length ?? 0
    await writeFile(join(folder, path), text.replace(from, to))
  }
  if (planted === 0) throw new Error(`${String(from)} is no longer in ${String(files)}`)
}
