/**
 * The last part of a product's address: its English name in plain letters, and its code so that two farms' cabbages differ.
 * Decided once, when the product is first listed; a later name changes no address.
 */
export const productSlug = (nameEn: string, code: string): string =>
  `${nameEn.normalize('NFKD')} ${code}`
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
