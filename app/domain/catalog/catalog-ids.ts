/** A product, size or lot has the same id every time its sheet is imported: the id is its code. */
export const productId = (productCode: string): string => `prd_${productCode.toLowerCase()}`
export const variantId = (variantCode: string): string => `var_${variantCode.toLowerCase()}`
export const lotId = (variantCode: string, harvestedOn: string): string => `lot_${variantCode.toLowerCase()}_${harvestedOn}`
