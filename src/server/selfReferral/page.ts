import { escaped, publicPage } from '../publicPage.ts'
import { languageLinks } from '../publicLanguages.ts'
import type { Language, ReferWords } from './words/index.ts'
import type { FormField, Problems, Typed } from './form.ts'

function page({ language, dir, words }: Language, title: string, body: string): string {
  return publicPage({ language, dir, title, body: `${body}\n<p class="box">${escaped(words.danger)}</p>`, found: false })
}

/** The empty form, or the one that was sent with what is wrong: nothing typed is lost. */
export function formPage(language: Language, typed: Typed, problems: Problems): string {
  const { words } = language
  const text = (field: FormField, label: string, type: string, hint = '', autocomplete = 'off') =>
    textField(words, typed, problems, { field, label, type, hint, autocomplete })
  const body = `${languageLinks('/refer')}<h1>${escaped(words.title)}</h1><p>${escaped(words.intro)}</p><p>${escaped(words.notRead)}</p>
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
