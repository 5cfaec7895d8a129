import { readFileSync } from 'node:fs'
import { useLoaderData } from '@remix-run/react'
import { ShelfList, type ShelfListProps } from '#app/components/shop/shelf-list.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'

/** Written by the bench before this is served: what the real page's loader answered once. */
const constant = import.meta.env.SSR ? (JSON.parse(readFileSync('tests/bench/bare/app/constant.json', 'utf8')) as Shelf) : undefined

export const loader = () => constant as Shelf

type Shelf = Omit<ShelfListProps, 'path' | 'title'>

export default function Products() {
  return (
    <ShopShell query="">
      <ShelfList path="/products" title="全部商品" {...useLoaderData<typeof loader>()} />
    </ShopShell>
  )
}
