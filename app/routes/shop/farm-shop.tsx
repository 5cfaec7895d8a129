import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FarmFigures, FarmPortrait, FarmShelf } from '#app/components/shop/farm-portrait.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { hasStorefront, rememberStorefront } from '#app/http/basket.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { findFarm, findFarmShelf } from '#db/queries/farms.server.ts'
import { findNetwork } from '#db/queries/network.server.ts'
import { findProductCards } from '#db/queries/product-cards.server.ts'
import { farmThing } from './name-things.ts'

const Params = z.object({ slug: z.string().min(1).max(64) })
const shownOfEach = 8

/** A farm's own shop. Whoever enters one before any other becomes its customer: the first shop is the home. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug } = parseParams(params, Params)
  const { reader } = db()
  const at = now()
  const farm = found(await findFarm(reader, slug))
  const locale = localeOf(request)
  const say = (zh: string, en: string) => inLocale(locale, zh, en)
  const cards = { language: locale === 'en' ? 'en' : 'zh', today: businessDay(at) } as const
  const [{ hubs }, shelf] = await Promise.all([
    findNetwork(reader, at.getTime()),
    findFarmShelf(reader, { farmId: farm.id, limit: shownOfEach }),
  ])
  const [own, partners] = await Promise.all([
    findProductCards(reader, shelf.own, cards),
    findProductCards(reader, shelf.distributed, cards),
  ])
  const page = {
    front: { slug: farm.slug, code: farm.code, name: say(farm.nameZh, farm.nameEn), colour: farm.colour, licensed: farm.licensed },
    portrait: {
      county: say(farm.countyZh, farm.countyEn),
      flagship: say(farm.flagshipZh, farm.flagshipEn),
      story: say(farm.storyZh, farm.storyEn),
      people: say(farm.peopleZh, farm.peopleEn),
      practices: farm.practices.map(({ zh, en }) => say(zh, en)),
      distanceM: hubs[0] ? Math.round(haversineM(farm, hubs[0])) : null,
      leadDays: farm.leadDays,
    },
    figures: {
      land: [farm.landMuBefore, farm.landMuNow],
      customers: [farm.customersBefore, farm.customersNow],
      products: [farm.productsBefore, farm.productsNow],
      soldOutside: [farm.soldOutsideBeforePct, farm.soldOutsideNowPct],
      logistics: [farm.logisticsBeforeHighFen / 100, farm.logisticsNowHighFen / 100],
    } satisfies Record<string, [number, number]>,
    own,
    partners,
  }
  return data(page, hasStorefront(request) ? {} : { headers: { 'Set-Cookie': rememberStorefront(farm.id) } })
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageHead(matches, (locale, origin) => {
    if (!page) return { title: '', description: '', path: null }
    const { slug, name } = page.front
    const { story, county: place } = page.portrait
    return {
      title: name,
      description: story,
      path: `/f/${slug}`,
      picture: `/share/farms/${slug}/card.png?lang=${locale}`,
      things: [farmThing(commonMessages[locale].brand, origin, { slug, name, story, place })],
    }
  })

export default function FarmShop() {
  const { front, portrait, figures, own, partners } = useLoaderData<typeof loader>()
  return (
    <ShopShell front={front}>
      <FarmPortrait front={front} portrait={portrait} />
      <FarmShelf slug={front.slug} own={own} partners={partners} />
      <FarmFigures figures={figures} />
    </ShopShell>
  )
}
