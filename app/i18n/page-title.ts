import { defaultLocale, isLocale, type Locale } from './locale.ts'
import { commonMessages } from './messages/common.ts'

export type Match = { id: string; data?: unknown } | undefined

/** The reader's language and the shop's public address, as root has loaded them for `meta`. */
export function rootFacts(matches: readonly Match[]): { locale: Locale; origin: string } {
  const root = matches.find((match) => match?.id === 'root')?.data
  const facts = typeof root === 'object' && root !== null ? root : {}
  return {
    locale: 'locale' in facts && isLocale(facts.locale) ? facts.locale : defaultLocale,
    origin: 'origin' in facts && typeof facts.origin === 'string' ? facts.origin : '',
  }
}

/** A page's title in the reader's language, followed by the brand. */
export function pageTitle(matches: readonly Match[], titleIn: (locale: Locale) => string) {
  const { locale } = rootFacts(matches)
  return [{ title: `${titleIn(locale)} · ${commonMessages[locale].brand}` }]
}
