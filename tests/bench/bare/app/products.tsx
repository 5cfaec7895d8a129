import { useLoaderData } from '@remix-run/react'
import { ShelfList, type ShelfListProps } from '#app/components/shop/shelf-list.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import constant from './constant.json'

export const loader = () => constant as unknown as Omit<ShelfListProps, 'path' | 'title'>

export default function Products() {
  return (
    <ShopShell query="">
      <ShelfList path="/products" title="全部商品" {...(useLoaderData<typeof loader>() as Omit<ShelfListProps, 'path' | 'title'>)} />
    </ShopShell>
  )
}
