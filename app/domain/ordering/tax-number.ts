const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** As it is kept: full-width digits, gaps and hyphens of a pasted number are no part of it. */
export const writtenTaxNumber = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()

/**
 * Whether an invoice can name it: a unified social credit code of 18 characters whose last one is the check character of
 * GB 32100-2015, or an older tax number of 15 or 20 digits, which has none.
 */
export function isTaxNumber(number: string): boolean {
  if (/^(\d{15}|\d{20})$/.test(number)) return true
  if (number.length !== weights.length + 1) return false
  const values = [...number].map((character) => characters.indexOf(character))
  if (values.includes(-1)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * values[index]!, 0)
  return values.at(-1) === (31 - (sum % 31)) % 31
}
