/**
 * Text that a spreadsheet would take for a formula when it opens a CSV file (OWASP, CSV injection): = + - @, their full-width twins,
 * and the blanks that make some programs look past them.
 */
const RISKY = /^'*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/

/** Puts an apostrophe before risky text, so that it opens as text; `dropGuard` takes it off again, whatever the text. */
export const guardFormula = (text: string): string => (RISKY.test(text) ? `'${text}` : text)

export const dropGuard = (text: string): string => (text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text)
