import { type Fen, fen } from './fen.ts'

const YUAN = /^(\d{1,10})(?:\.(\d{1,2}))?$/

/**
 * Reads yuan written in digits ('68', '68.5', '68.50') exactly, without a float on the way.
 * @returns null for anything else: a sign, a separator, a unit, or a third decimal (no price has a tenth of a fen)
 */
export function readYuanText(text: string): Fen | null {
  const [, yuan, decimals = ''] = YUAN.exec(text) ?? []
  return yuan === undefined ? null : fen(Number(yuan + decimals.padEnd(2, '0')))
}

/** '68.00' for 6800: always two decimals, no unit; the inverse of `readYuanText` for amounts of zero and more. */
export function yuanText(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
