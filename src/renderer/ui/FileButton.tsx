import type { ReactNode } from 'react'

/** Chooses a file. The same one may be chosen again: it may have been mended since. @param accept endings and types, as the file dialog filters them */
export function FileButton({ accept, onFile, children }: { accept: string; onFile: (file: File | undefined) => void; children: ReactNode }) {
  return (
    <label className="button file">
      {children}
      <input
        type="file"
        className="out-of-sight"
        accept={accept}
        onChange={(event) => {
          onFile(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </label>
  )
}
