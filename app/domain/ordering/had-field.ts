/** The form field that says how many of a size the page showed in the basket, beside which "add so many" counts. */
export const hadField = (variantId: string) => `had:${variantId}`
