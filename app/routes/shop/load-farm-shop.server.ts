import { businessDay } from '#app/domain/business-day.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { hostFarm } from '#app/http/farm-hosts.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { findFarm, findFarmShelf } from '#db/queries/catalog/farms.server.ts'
import { findProductCards } from '#db/queries/catalog/product-cards.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'
import { describeFarm } from './describe-farm.server.ts'

const shownOfEach = 8

/** A farm's shop as its front page shows it: who they are, the newest of its own and of what it distributes. */
export async function loadFarmShop(request: Request, slug: string) {
  const { reader } = db()
  const at = now()
  const farm = found(await findFarm(reader, slug))
  const locale = localeOf(request)
  const cards = { language: locale === 'en' ? 'en' : 'zh', today: businessDay(at) } as const
  const [{ hubs }, shelf, host] = await Promise.all([
    findNetwork(reader, at.getTime()),
    findFarmShelf(reader, { farmId: farm.id, limit: shownOfEach }),
    hostFarm(request),
  ])
  const [own, partners] = await Promise.all([
    findProductCards(reader, shelf.own, cards),
    findProductCards(reader, shelf.distributed, cards),
  ])
  const distanceM = hubs[0] ? Math.round(haversineM(farm, hubs[0])) : null
  return {
    farmId: farm.id,
    page: { ...describeFarm(farm, { locale, distanceM, now: at, onOwnHost: host?.id === farm.id }), own, partners },
  }
}
export type FarmShopPage = Awaited<ReturnType<typeof loadFarmShop>>['page']
