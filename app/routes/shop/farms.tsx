import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FarmRoll } from '#app/components/shop/farm-roll.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { farmMessages } from '#app/i18n/messages/shop-farms.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { recallFarms } from './load-shelf.server.ts'

export async function loader() {
  const farms = await recallFarms()
  return {
    farms: farms.map(({ slug, code, nameZh, nameEn, countyZh, countyEn, flagshipZh, flagshipEn }) => ({
      slug,
      code,
      nameZh,
      nameEn,
      countyZh,
      countyEn,
      flagshipZh,
      flagshipEn,
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageHead(matches, (locale) => ({ title: farmMessages[locale].farmsTitle, description: shareMessages[locale].aboutFarms, path: '/farms' }))

export default function Farms() {
  const t = useMessages(farmMessages)
  const { farms } = useLoaderData<typeof loader>()
  return (
    <ShopShell>
      <div className="mx-auto max-w-6xl px-4 pt-6">
        <h1 className="text-3xl">{t.farmsTitle}</h1>
        <p className="mt-2 mb-5 max-w-prose text-ink-2">{t.farmsLead}</p>
        <FarmRoll farms={farms} />
      </div>
    </ShopShell>
  )
}
