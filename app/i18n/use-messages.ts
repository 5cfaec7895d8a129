import { createContext, useContext } from 'react'
import { defaultLocale, inLocale, type Locale } from './locale.ts'

export const LocaleContext = createContext<Locale>(defaultLocale)

export const useLocale = () => useContext(LocaleContext)

/** The reader's texts of an area: `const t = useMessages(basketMessages)`. */
export const useMessages = <Texts>(messages: Record<Locale, Texts>): Texts => messages[useLocale()]

/** Picks between the two languages a row carries: `const pick = usePick(); pick(farm.nameZh, farm.nameEn)`. */
export const usePick = () => {
  const locale = useLocale()
  return (zh: string, en: string) => inLocale(locale, zh, en)
}
