const scripts = '<link rel="modulepreload"'

/**
 * A rendered page as it is sent. React 18 leaves empty bytes at the end of its 2 KB pieces wherever the next Chinese character
 * does not fit, which an attribute shows as "�": a page has no other zeroes. And scripts are asked for after what is painted:
 * every page works before they come.
 */
export const finishPage = (rendered: Buffer): string =>
  rendered.toString().replaceAll('\0', '').replaceAll(scripts, `${scripts} fetchpriority="low"`)
