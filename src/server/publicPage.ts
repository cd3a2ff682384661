import { createHash } from 'node:crypto'

const style = `
*{box-sizing:border-box}body{margin:0;background:#f0f4f5;color:#212b32;font:19px/1.5 Frutiger,Arial,"Noto Sans","Noto Sans Gurmukhi","Noto Nastaliq Urdu",sans-serif;overflow-wrap:anywhere}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem 4rem}h1{font-size:2rem;line-height:1.25}nav{display:flex;flex-wrap:wrap;gap:.5rem 1rem}
a{color:#005eb8}nav a{display:inline-block;padding:.6rem 0;min-height:44px}label,legend{font-weight:700}fieldset{border:0;margin:0;padding:0}
.one{margin:1.5rem 0}.hint{color:#4c6272;margin:.25rem 0}.wrong{color:#b10e1e;font-weight:700;margin:.25rem 0}
input[type=text],input[type=tel],input[type=email],textarea{display:block;width:100%;max-width:30rem;min-height:44px;padding:.4rem;border:2px solid #4c6272;font:inherit;background:#fff;color:inherit}
.date{display:flex;gap:1rem}.date input{width:5rem}.date label{font-weight:400}.pick{display:flex;align-items:flex-start;gap:.75rem;min-height:44px;padding:.4rem 0}
.pick label{font-weight:400}.pick input{width:24px;height:24px;flex:none;margin-top:.2rem}button{min-height:48px;padding:.6rem 1.5rem;border:0;background:#007f3b;color:#fff;font:inherit;font-weight:700}
.box{padding:1rem;border-inline-start:8px solid #d5281b;background:#fff}.box.calm{border-color:#005eb8}.list{border:4px solid #d5281b;background:#fff;padding:1rem;margin:1rem 0}
input:focus,textarea:focus,button:focus,a:focus{outline:4px solid #ffeb3b;outline-offset:0;box-shadow:inset 0 0 0 2px #212b32}.away{position:absolute;inset-inline-start:-10000px}
`

/** No script and no other origin: only its own form and this one style. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What was written is shown as text, whatever it is. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** One page: what it says, in which language, and whether search machines may find it. */
export interface PublicPage {
  language: string
  dir: 'ltr' | 'rtl'
  title: string
  /** HTML; every text in it has been `escaped`. */
  body: string
  found: boolean
}

/** A page of the server for everybody: it needs no script, no picture and no other address. */
export function publicPage({ language, dir, title, body, found }: PublicPage): string {
  return `<!doctype html>
<html lang="${language}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${found ? '' : '<meta name="robots" content="noindex">'}
<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>
`
}
