import type { ReactNode } from 'react'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'

/** A narrow page of the shop: one heading and what belongs to one person. */
export function AccountPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <ShopShell>
      <div className="mx-auto flex w-full max-w-xl flex-col gap-8 px-4 py-8">
        <h1 className="text-3xl">{title}</h1>
        {children}
      </div>
    </ShopShell>
  )
}
