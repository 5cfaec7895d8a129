import type { Locale } from './locale.ts'

type Message = string | ((...values: never[]) => string)

type Translated<Zh> = { [Key in keyof Zh]: Zh[Key] extends (...values: infer Values) => string ? (...values: Values) => string : string }

/**
 * The texts of one area, Chinese first. English must have the same keys, and the same values to
 * fill in where a text is a function: a missing or surplus one fails the typecheck (decision 0005).
 */
export const defineMessages = <Zh extends Record<string, Message>>(zh: Zh, en: Translated<Zh>): Record<Locale, Translated<Zh>> => ({
  'zh-CN': zh as unknown as Translated<Zh>,
  en,
})
