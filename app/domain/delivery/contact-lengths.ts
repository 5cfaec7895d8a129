/** The longest a form and a crate label take, in characters. */
export const lengths = { recipient: 40, street: 120, note: 200 } as const
