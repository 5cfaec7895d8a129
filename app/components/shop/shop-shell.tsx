import type { ReactNode } from 'react'
import { ShopFooter } from './shop-footer.tsx'
import { type ShopFront, ShopHeader } from './shop-header.tsx'

/**
 * The frame of every public page. With a farm it is that farm's shop: its mark, name and colour lead, and the alliance's seal
 * stands small beside them. `query` is what the search field shows.
 */
export function ShopShell({ front, query, children }: { front?: ShopFront; query?: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <ShopHeader {...(front ? { front } : {})} query={query ?? ''} />
      <main id="main" className="flex-1">
        {children}
      </main>
      <ShopFooter />
    </div>
  )
}
