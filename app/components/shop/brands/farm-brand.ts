import type { CSSProperties } from 'react'
import { farmInks } from '#app/domain/brands/farm-inks.ts'

/**
 * A farm's colour for everything inside, light and dark: `farm-fill`, `farm-text` and `farm-band` (styles.css) choose by the reader's
 * scheme. Set as properties of the element, which the page's policy allows.
 */
export function farmBrandStyle(colour: string): CSSProperties {
  const { light, dark } = farmInks(/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#0e6b4a')
  return {
    '--farm-light': light.fill,
    '--farm-dark': dark.fill,
    '--on-farm-light': light.onFill,
    '--on-farm-dark': dark.onFill,
  } as CSSProperties
}
