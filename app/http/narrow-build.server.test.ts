import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { narrowBuilds } from './narrow-build.server.ts'

type Entry = { id: string; parentId?: string; path?: string; index?: true }

const siteMap: Entry[] = [
  { id: 'root', path: '' },
  { id: 'shop', parentId: 'root' },
  { id: 'home', parentId: 'shop', index: true },
  { id: 'products', parentId: 'shop', path: 'products' },
  { id: 'product', parentId: 'shop', path: 'products/:slug' },
  { id: 'farm', parentId: 'root', path: 'farm' },
  { id: 'today', parentId: 'farm', index: true },
  { id: 'listings', parentId: 'farm', path: 'listings' },
  { id: 'anything', parentId: 'root', path: ':word/about' },
]
const byId = Object.fromEntries(siteMap.map((entry) => [entry.id, entry]))
const build = { routes: byId, assets: { routes: byId } } as unknown as ServerBuild
const buildFor = narrowBuilds(build)
const idsFor = (path: string) => Object.keys(buildFor(path).routes)
const everywhere = ['root', 'shop', 'home', 'anything']

test('a request meets the routes that begin as its path does, what stands above them, the front page, and routes that begin with anything', () => {
  expect(idsFor('/products/eggs')).toEqual(siteMap.map(({ id }) => id).filter((id) => [...everywhere, 'products', 'product'].includes(id)))
  expect(idsFor('/farm/listings')).toEqual(expect.arrayContaining([...everywhere, 'farm', 'today', 'listings']))
  expect(idsFor('/farm/listings')).not.toContain('products')
})

test('the browser is told of the same routes, and asks the whole site map for others', () => {
  expect(Object.keys(buildFor('/products').assets.routes)).toEqual(idsFor('/products'))
  expect(buildFor('/__manifest')).toBe(build)
})

test('a path is read as the router reads it: in any case, decoded, without the ending of a data request', () => {
  for (const path of ['/Products', '/%70roducts', '/products.data', '//products/']) expect(buildFor(path)).toBe(buildFor('/products'))
  expect(buildFor('/_root.data')).toBe(buildFor('/'))
})

test('an unknown or malformed path meets what may match anything, and nothing else', () => {
  for (const path of ['/nothing/here', '/%E0%A4%A', '/']) expect(idsFor(path)).toEqual(everywhere)
  expect(buildFor('/nothing')).toBe(buildFor('/else'))
})
