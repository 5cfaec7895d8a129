import type { ReactNode } from 'react'
import { farmBrandStyle } from './brands/farm-brand.ts'
import { useHostFront } from './brands/use-host.ts'
import { ShopFooter } from './shop-footer.tsx'
import type { ShopFront } from './shop-front.ts'
import { ShopHeader } from './shop-header.tsx'

/**
 * The frame of every public page. With a farm it is that farm's shop: its mark, name and colour lead, and the alliance's seal
 * stands small beside them. `query` is what the search field shows.
 */
export function ShopShell({ front: shown, query, children }: { front?: ShopFront; query?: string; children: ReactNode }) {
  const host = useHostFront()
  const front = shown ?? host
  return (
    <div
      className={front ? 'farm-brand flex min-h-dvh flex-col' : 'flex min-h-dvh flex-col'}
      {...(front ? { style: farmBrandStyle(front.colour) } : {})}
    >
      <ShopHeader {...(front ? { front } : {})} query={query ?? ''} />
      <main id="main" className="flex-1">
        {children}
      </main>
      <ShopFooter />
    </div>
  )
}
