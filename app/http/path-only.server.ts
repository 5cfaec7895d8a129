const ours = 'http://ours.invalid'

/**
 * A path of ours to go back to; anything that could lead to another site becomes `fallback`. It is read as a browser
 * reads it, who drops tabs and line ends and takes a backslash for a slash.
 */
export function pathOnly(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback
  return URL.canParse(value, ours) && new URL(value, ours).origin === ours ? value : fallback
}
