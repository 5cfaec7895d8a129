import { Link } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { FarmFigures, FarmPortrait, FarmShelf } from '../farm-portrait.tsx'
import { ShopShell } from '../shop-shell.tsx'

type Sheet = ComponentProps<typeof FarmPortrait> & ComponentProps<typeof FarmFigures> & Omit<ComponentProps<typeof FarmShelf>, 'shelfPath'>

/** The front page of a farm's shop, under `/f/…` or on a host of its own. */
export function FarmShopSheet({ front, portrait, figures, own, partners }: Sheet) {
  const t = useMessages(brandMessages)
  return (
    <ShopShell front={front}>
      <FarmPortrait front={front} portrait={portrait}>
        <p className="mt-2">
          <Link to={`/f/${front.slug}/about`} className="inline-flex min-h-11 items-center font-semibold text-indigo">
            {t.moreAbout} →
          </Link>
        </p>
      </FarmPortrait>
      <FarmShelf shelfPath={front.shelf} own={own} partners={partners} />
      <FarmFigures figures={figures} />
    </ShopShell>
  )
}
