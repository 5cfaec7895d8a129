import { expect, test } from 'vitest'
import { pathOnHost, pathOnMain } from './host-paths.ts'

test("on a farm's own host its shop is the front page and its products are the list", () => {
  expect(pathOnHost('/', 'wujia')).toEqual({ on: 'host' })
  expect(pathOnHost('/f/wujia', 'wujia')).toEqual({ on: 'host', instead: '/' })
  expect(pathOnHost('/f/wujia/products', 'wujia')).toEqual({ on: 'host', instead: '/products' })
  for (const path of ['/products', '/products/green-peas', '/basket', '/basket.data', '/f/wujia/about', '/media/m/640.webp', '/standard'])
    expect(pathOnHost(path, 'wujia'), path).toEqual({ on: 'host' })
})

test("checkout, accounts, offices and other farms' shops are the main host's", () => {
  for (const path of [
    '/checkout',
    '/checkout.data',
    '/account/orders',
    '/sign-in',
    '/orders/o1',
    '/f/linxi',
    '/farms',
    '/farm/listings',
    '/ALLIANCE',
  ])
    expect(pathOnHost(path, 'wujia'), path).toEqual({ on: 'main' })
})

test("a page of a farm's own host is found on the main one, and there under its long address", () => {
  for (const path of ['/', '/products', '/f/wujia/about']) {
    const onMain = pathOnMain(path, 'wujia')
    expect(onMain).toMatch(/^\/f\/wujia/)
    const back = pathOnHost(onMain, 'wujia')
    expect('instead' in back ? back.instead : onMain).toBe(path)
  }
  expect(pathOnMain('/products/green-peas', 'wujia')).toBe('/products/green-peas')
})
