import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The words in `serviceWorker.ts` that the build replaces by what it built. */
const filesMark = '__SHELL_FILES__'
const versionMark = '__SHELL_VERSION__'

/** Tells the service worker every file of this build, so that a browser can open the app where there is no network. */
export function appShell(): Plugin {
  return {
    name: 'gather:app-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['serviceWorker.js']
      if (worker?.type !== 'chunk') return
      const files = Object.keys(bundle)
        .filter((name) => name !== 'serviceWorker.js')
        .sort()
      const digest = createHash('sha256')
      for (const name of files) digest.update(name).update(contentOf(bundle[name]))
      const version = digest.digest('hex').slice(0, 16)
      worker.code = worker.code.replace(filesMark, () => JSON.stringify(files)).replace(versionMark, () => JSON.stringify(version))
    },
  }
}

function contentOf(file: { type: 'chunk'; code: string } | { type: 'asset'; source: string | Uint8Array } | undefined) {
  if (!file) return ''
  return file.type === 'chunk' ? file.code : file.source
}
