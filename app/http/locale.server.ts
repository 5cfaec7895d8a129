import { defaultLocale, isLocale, type Locale } from '#app/i18n/locale.ts'
import { parse, serialize } from './cookies.server.ts'

const cookieName = 'lang'

/** `?lang=` wins, then the reader's last choice, then Chinese. */
export function localeOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLocale(asked)) return asked
  const chosen = parse(request.headers.get('cookie'))[cookieName]
  return isLocale(chosen) ? chosen : defaultLocale
}

export const rememberLocale = (locale: Locale) => serialize(cookieName, locale, { maxAgeS: 365 * 24 * 3600, httpOnly: false })
