import { config } from 'zod'

/**
 * To be imported first. Zod would try to make functions out of text, which the page's policy forbids and reports; it goes
 * without them then, but the report would hide one that matters.
 */
config({ jitless: true })
