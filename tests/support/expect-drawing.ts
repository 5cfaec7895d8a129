import { expect } from 'vitest'

/**
 * One self-contained SVG: tags close in order, attributes are quoted and named once, path figures are finite,
 * and the only address in it is the SVG namespace.
 */
export function expectDrawing(svg: string) {
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" ')).toBe(true)
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null/)
  expect(svg.match(/https?:/g)).toHaveLength(1)
  expect(svg).not.toMatch(/href|url\(|<script|<image|<style|<text/i)

  const open: string[] = []
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>&]*")*)(\/?)>/g,
    (_, closing: string, name: string, attributes: string, empty: string) => {
      const names = [...attributes.matchAll(/ ([a-zA-Z-]+)=/g)].map(([, attribute]) => attribute)
      expect(new Set(names).size, `an attribute of <${name}> is given twice`).toBe(names.length)
      if (closing) expect(open.pop()).toBe(name)
      else if (!empty) open.push(name)
      return ''
    },
  )
  expect(rest, 'text or a malformed tag between the tags').toBe('')
  expect(open).toEqual([])
  for (const [, d = ''] of svg.matchAll(/ d="([^"]*)"/g)) expect(d).toMatch(/^[Mm][\d\s.,MmLlHhVvCcSsQqAaZz-]*$/)
}
