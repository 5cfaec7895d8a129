/** A family of form fields, one for each size: `quantity:var_x`. */
const fieldsOf = (kind: string) => ({
  name: (variantId: string) => `${kind}:${variantId}`,
  /** the size a field is of; null when it is of another family */
  idIn: (name: string) => (name.startsWith(`${kind}:`) ? name.slice(kind.length + 1) : null),
})

/** How many of a size a leader orders. */
export const bulkQuantity = fieldsOf('quantity')
/** The prices the sheet showed for it. */
export const shownLadder = fieldsOf('shown')
