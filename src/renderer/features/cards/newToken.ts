import { tokenFrom, tokenLength } from '../../../shared/rules/cards.ts'

/** A token that nobody can guess and that says nothing. */
export function newToken(): string {
  return tokenFrom(crypto.getRandomValues(new Uint8Array(tokenLength)))
}
