export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'zh-CN'

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

/** Of two texts that say the same, the one in the reader's language. */
export const inLocale = (locale: Locale, zh: string, en: string) => (locale === 'en' ? en : zh)
