import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FarmRoll } from '#app/components/shop/farm-roll.tsx'
import { HomeCategories, HomeGuarantee, HomeHero, HomeSection, HowItWorks } from '#app/components/shop/home-sections.tsx'
import { ProductGrid } from '#app/components/shop/product-grid.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { logisticsRange } from '#app/domain/pricing/saving-figures.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { now } from '#app/http/runtime.server.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { homeMessages } from '#app/i18n/messages/shop-home.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { recallFarms, recallHarvest, recallNextWave } from './load-shelf.server.ts'
import { allianceThings } from './name-things.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const [wave, cards, farms] = await Promise.all([recallNextWave(), recallHarvest(localeOf(request)), recallFarms()])
  const minutesLeft = wave ? Math.floor((wave.cutoffAt.getTime() - now().getTime()) / 60_000) : 0
  return {
    wave: wave && minutesLeft >= 0 ? { deliversOn: wave.deliversOn, zoneZh: wave.zoneZh, zoneEn: wave.zoneEn, minutesLeft } : null,
    cards,
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
    logistics: logisticsRange(farms),
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageHead(matches, (locale, origin) => ({
    title: homeMessages[locale].title,
    description: shareMessages[locale].aboutAlliance,
    path: '/',
    things: allianceThings(commonMessages[locale].brand, origin, shareMessages[locale].aboutAlliance),
  }))

export default function Home() {
  const t = useMessages(homeMessages)
  const { wave, cards, farms, logistics } = useLoaderData<typeof loader>()
  return (
    <ShopShell>
      <HomeHero farmCount={farms.length} wave={wave} />
      <HomeCategories />
      <HomeSection title={t.harvestTitle} note={t.harvestText} more={{ to: '/products?sort=harvest', label: t.seeAll }}>
        <ProductGrid cards={cards} />
      </HomeSection>
      <HomeSection title={t.farmsTitle} more={{ to: '/farms', label: t.seeFarms }}>
        <FarmRoll farms={farms} />
      </HomeSection>
      <HowItWorks logistics={logistics} />
      <HomeGuarantee />
    </ShopShell>
  )
}
