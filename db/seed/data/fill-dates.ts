import { addDays } from '#app/domain/business-day.ts'

/** Puts days in place of `{{today}}`, `{{today-1}}` and `{{today+6}}`; `today` is YYYY-MM-DD. Anything else in braces stays, and is refused on import. */
export const fillDates = (text: string, today: string): string =>
  text.replace(/\{\{today([+-]\d+)?\}\}/g, (_, days: string | undefined) => addDays(today, Number(days ?? 0)))
