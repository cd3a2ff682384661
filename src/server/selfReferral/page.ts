import { createHash } from 'node:crypto'
import { languages, type Language, type ReferWords } from './words/index.ts'
import type { FormField, Problems, Typed } from './form.ts'

const style = `
*{box-sizing:border-box}body{margin:0;background:#f0f4f5;color:#212b32;font:19px/1.5 Frutiger,Arial,"Noto Sans","Noto Sans Gurmukhi","Noto Nastaliq Urdu",sans-serif}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem 4rem}h1{font-size:2rem;line-height:1.25}nav{display:flex;flex-wrap:wrap;gap:.5rem 1rem}
nav a{display:inline-block;padding:.6rem 0;min-height:44px;color:#005eb8}label,legend{font-weight:700}fieldset{border:0;margin:0;padding:0}
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

function page({ language, dir, words }: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}
<p class="box">${escaped(words.danger)}</p></main></body></html>
`
}

/** The empty form, or the one that was sent with what is wrong: nothing typed is lost. */
export function formPage(language: Language, typed: Typed, problems: Problems): string {
  const { words } = language
  const others = languages
    .map((one) => `<a href="/refer?lang=${one.language}" lang="${one.language}" hreflang="${one.language}">${one.name}</a>`)
    .join('')
  const text = (field: FormField, label: string, type: string, hint = '', autocomplete = 'off') =>
    textField(words, typed, problems, { field, label, type, hint, autocomplete })
  const body = `<nav aria-label="Language">${others}</nav><h1>${escaped(words.title)}</h1><p>${escaped(words.intro)}</p><p>${escaped(words.notRead)}</p>
${summary(words, problems)}<form method="post" action="/refer?lang=${language.language}" accept-charset="utf-8" novalidate>
${text('givenName', words.givenName, 'text', '', 'given-name')}${text('familyName', words.familyName, 'text', '', 'family-name')}${dateField(words, typed, problems)}
${text('phone', words.phone, 'tel', words.oneWay, 'tel')}${text('email', words.email, 'email', '', 'email')}${contactField(words, typed)}
${areaField(words, typed, problems, 'contactWords', words.contactWords, '')}${tick(words, typed, problems, 'interpreter', words.interpreter)}
${areaField(words, typed, problems, 'reason', words.reason, words.reasonHint)}${tick(words, typed, problems, 'agreed', words.agreed)}
<div class="away" aria-hidden="true"><label for="website">Website</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off" value="${escaped(typed.website)}"></div>
<button type="submit">${escaped(words.send)}</button></form>`
  return page(language, Object.keys(problems).length > 0 ? `${words.problem}: ${words.title}` : words.title, body)
}

/** What happens next; the same for everybody, whoever is known. */
export function sentPage(language: Language): string {
  const { words } = language
  return page(
    language,
    words.sentTitle,
    `<h1>${escaped(words.sentTitle)}</h1><p class="box calm">${escaped(words.sentNext)}</p><p>${escaped(words.sentChanged)}</p>`,
  )
}

/** Nothing was written, and why. */
export function notSentPage(language: Language, why: 'busy' | 'broken'): string {
  const { words } = language
  return page(language, words[`${why}Title`], `<h1>${escaped(words[`${why}Title`])}</h1><p>${escaped(words[why])}</p>`)
}

function summary(words: ReferWords, problems: Problems): string {
  const found = Object.entries(problems)
  if (found.length === 0) return ''
  const lines = found.map(([field, problem]) => `<li><a href="#${field}">${escaped(words[problem])}</a></li>`).join('')
  return `<div class="list" role="alert"><h2>${escaped(words.problem)}</h2><ul>${lines}</ul></div>`
}

/** The sentence about a field, and the attributes that lead a screen reader to it. */
function about(words: ReferWords, problems: Problems, field: FormField): { said: string; attributes: string } {
  const problem = problems[field]
  if (!problem) return { said: '', attributes: '' }
  return {
    said: `<p class="wrong" id="${field}-wrong">${escaped(words[problem])}</p>`,
    attributes: ` aria-invalid="true" aria-describedby="${field}-wrong"`,
  }
}

interface Asked {
  field: FormField
  label: string
  type: string
  hint: string
  autocomplete: string
}

function textField(words: ReferWords, typed: Typed, problems: Problems, { field, label, type, hint, autocomplete }: Asked): string {
  const { said, attributes } = about(words, problems, field)
  const more = hint ? `<p class="hint">${escaped(hint)}</p>` : ''
  return `<div class="one"><label for="${field}">${escaped(label)}</label>${more}${said}
<input type="${type}" id="${field}" name="${field}" maxlength="200" autocomplete="${autocomplete}" value="${escaped(typed[field])}"${attributes}></div>`
}

function areaField(words: ReferWords, typed: Typed, problems: Problems, field: FormField, label: string, hint: string): string {
  const { said, attributes } = about(words, problems, field)
  const more = hint ? `<p class="hint">${escaped(hint)}</p>` : ''
  const most = field === 'reason' ? 2000 : 300
  return `<div class="one"><label for="${field}">${escaped(label)}</label>${more}${said}
<textarea id="${field}" name="${field}" rows="${field === 'reason' ? 5 : 2}" maxlength="${most}"${attributes}>
${escaped(typed[field])}</textarea></div>`
}

function dateField(words: ReferWords, typed: Typed, problems: Problems): string {
  const { said, attributes } = about(words, problems, 'day')
  const part = (field: 'day' | 'month' | 'year') =>
    `<div><label for="${field}">${escaped(words[field])}</label><input type="text" inputmode="numeric" id="${field}" name="${field}" maxlength="4" autocomplete="bday-${field}" value="${escaped(typed[field])}"${attributes}></div>`
  return `<fieldset class="one"><legend>${escaped(words.bornOn)}</legend><p class="hint">${escaped(words.bornHint)}</p>${said}
<div class="date">${part('day')}${part('month')}${part('year')}</div></fieldset>`
}

function contactField(words: ReferWords, typed: Typed): string {
  const ways = { phone: words.byPhone, text: words.byText, email: words.byEmail }
  const picks = Object.entries(ways).map(
    ([value, label]) =>
      `<div class="pick"><input type="radio" id="by-${value}" name="contactBy" value="${value}"${typed.contactBy === value ? ' checked' : ''}><label for="by-${value}">${escaped(label)}</label></div>`,
  )
  return `<fieldset class="one"><legend>${escaped(words.contactBy)}</legend>${picks.join('')}</fieldset>`
}

function tick(words: ReferWords, typed: Typed, problems: Problems, field: 'interpreter' | 'agreed', label: string): string {
  const { said, attributes } = about(words, problems, field)
  return `<div class="one">${said}<div class="pick"><input type="checkbox" id="${field}" name="${field}" value="yes"${typed[field] === 'yes' ? ' checked' : ''}${attributes}><label for="${field}">${escaped(label)}</label></div></div>`
}
