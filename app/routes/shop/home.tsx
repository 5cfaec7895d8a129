import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FarmShopSheet } from '#app/components/shop/brands/farm-shop-sheet.tsx'
import { FarmRoll } from '#app/components/shop/farm-roll.tsx'
import { BoughtSection } from '#app/components/shop/finding/bought-section.tsx'
import { HomeCategories, HomeGuarantee, HomeHero, HomeSection, HowItWorks } from '#app/components/shop/home-sections.tsx'
import { ProductGrid } from '#app/components/shop/product-grid.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { logisticsRange } from '#app/domain/pricing/saving-figures.ts'
import { hostFarm } from '#app/http/farm-hosts.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { now } from '#app/http/runtime.server.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { homeMessages } from '#app/i18n/messages/shop-home.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { headFarmShop } from './head-farm-shop.ts'
import { loadFarmShop } from './load-farm-shop.server.ts'
import { recallFarms, recallHarvest, recallNextWave } from './load-shelf.server.ts'
import { allianceThings } from './name-things.ts'
import { readBought } from './read-bought.server.ts'

/** The alliance's front page; on a farm's own host, that farm's. */
export async function loader({ request }: LoaderFunctionArgs) {
  const host = await hostFarm(request)
  if (host === null) return { farmShop: null, home: await loadHome(request) }
  return { farmShop: (await loadFarmShop(request, host.slug)).page, home: null }
}

async function loadHome(request: Request) {
  const locale = localeOf(request)
  const asked = { language: locale === 'en' ? 'en' : 'zh', today: businessDay(now()) } as const
  const [wave, cards, farms, bought] = await Promise.all([
    recallNextWave(),
    recallHarvest(locale),
    recallFarms(),
    readBought(request, asked),
  ])
  const minutesLeft = wave ? Math.floor((wave.cutoffAt.getTime() - now().getTime()) / 60_000) : 0
  return {
    wave: wave && minutesLeft >= 0 ? { deliversOn: wave.deliversOn, zoneZh: wave.zoneZh, zoneEn: wave.zoneEn, minutesLeft } : null,
    cards,
    bought,
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

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageHead(matches, (locale, origin) =>
    data?.farmShop
      ? headFarmShop(data.farmShop, locale, origin)
      : {
          title: homeMessages[locale].title,
          description: shareMessages[locale].aboutAlliance,
          path: '/',
          things: allianceThings(commonMessages[locale].brand, origin, shareMessages[locale].aboutAlliance),
        },
  )

export default function Home() {
  const { farmShop, home } = useLoaderData<typeof loader>()
  if (farmShop) return <FarmShopSheet {...farmShop} />
  return home ? <AllianceHome {...home} /> : null
}

function AllianceHome({ wave, cards, bought, farms, logistics }: Awaited<ReturnType<typeof loadHome>>) {
  const t = useMessages(homeMessages)
  return (
    <ShopShell>
      <HomeHero farmCount={farms.length} wave={wave} />
      <HomeCategories />
      {bought ? <BoughtSection {...bought} /> : null}
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
