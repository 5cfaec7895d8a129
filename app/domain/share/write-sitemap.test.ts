import { expect, test } from 'vitest'
import { writeSitemap } from './write-sitemap.ts'

test('a page stands in the map with its address in every language, ampersands written as XML wants them', () => {
  const xml = writeSitemap([
    {
      href: 'https://shop.example/products?category=fruit',
      changedAt: new Date('2026-11-20T00:00:00Z'),
      inLanguages: [{ language: 'en', href: 'https://shop.example/products?category=fruit&lang=en' }],
    },
  ])
  expect(xml).toContain('<loc>https://shop.example/products?category=fruit</loc><lastmod>2026-11-20T00:00:00.000Z</lastmod>')
  expect(xml).toContain('hreflang="en" href="https://shop.example/products?category=fruit&#38;lang=en"')
})
