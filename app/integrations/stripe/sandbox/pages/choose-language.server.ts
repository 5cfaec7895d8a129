export type Language = 'zh' | 'en'

/** A session's `locale`; `auto` or none leaves it to the browser, and what neither says is Chinese. */
export function chooseLanguage(locale: string | null | undefined, acceptLanguage: string | undefined): Language {
  const wanted = locale && locale !== 'auto' ? locale : (acceptLanguage ?? '').trim()
  return /^en\b/i.test(wanted) ? 'en' : 'zh'
}

const formatters = new Map<string, Intl.NumberFormat>()

/** An amount in the smallest unit of its currency, as a price tag has it: ¥38.50. */
export function formatMoney(amount: number, currency: string, language: Language): string {
  const name = `${language} ${currency}`
  const known = formatters.get(name)
  const formatter = known ?? new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { style: 'currency', currency })
  if (!known) formatters.set(name, formatter)
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2
  return formatter.format(amount / 10 ** digits)
}

const TIMES: Record<Language, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }),
}

/** An instant (ms) as a clock in Shanghai shows it. */
export const formatTime = (atMs: number, language: Language): string => TIMES[language].format(atMs)
