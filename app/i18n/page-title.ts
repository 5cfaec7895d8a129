import { defaultLocale, isLocale, type Locale } from './locale.ts'
import { commonMessages } from './messages/common.ts'

type Match = { id: string; data?: unknown } | undefined

/** The reader's language as root has loaded it, for `meta`. */
function localeOfMatches(matches: readonly Match[]): Locale {
  const root = matches.find((match) => match?.id === 'root')?.data
  return typeof root === 'object' && root !== null && 'locale' in root && isLocale(root.locale) ? root.locale : defaultLocale
}

/** A page's title in the reader's language, followed by the brand. */
export function pageTitle(matches: readonly Match[], titleIn: (locale: Locale) => string) {
  const locale = localeOfMatches(matches)
  return [{ title: `${titleIn(locale)} · ${commonMessages[locale].brand}` }]
}
