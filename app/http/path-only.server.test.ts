import { expect, test } from 'vitest'
import { pathOnly } from './path-only.server.ts'

test.each(['/', '/account/orders?page=2', '/products?q=芒果#top'])('%s leads back to a page of ours', (path) => {
  expect(pathOnly(path, '/account')).toBe(path)
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  '',
  null,
])('%j leads to no other site', (path) => {
  expect(pathOnly(path, '/account')).toBe('/account')
})
