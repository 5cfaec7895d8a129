/** A path of ours to go back to; anything that could lead to another site becomes `fallback`. */
export function pathOnly(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.startsWith('//') || value.includes('\\')) return fallback
  return value
}
