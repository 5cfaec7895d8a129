import { defaultLocale, type Locale } from './locale.ts'

/** A page's address in a language: the plain path in the default one, `?lang=` in another. */
export const pageAddress = (origin: string, path: string, locale: Locale) =>
  `${origin}${path}${locale === defaultLocale ? '' : `${path.includes('?') ? '&' : '?'}lang=${locale}`}`
