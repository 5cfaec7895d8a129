import { holdsLicence } from '#app/domain/brands/marks-of.ts'
import { businessDay } from '#app/domain/business-day.ts'
import { originOfHost } from '#app/http/farm-hosts.server.ts'
import { inLocale, type Locale } from '#app/i18n/locale.ts'
import type { Farm } from '#db/queries/catalog/farms.server.ts'

type Asked = { locale: Locale; distanceM: number | null; now: Date; onOwnHost: boolean }
type Fronted = Pick<Farm, 'slug' | 'code' | 'nameZh' | 'nameEn' | 'colour' | 'licensed' | 'licensedUntilOn' | 'hostName'>

/** Whose shop it is, under the marks it may use today, and where its pages lie for this reader. */
export const frontOf = (farm: Fronted, { locale, now, onOwnHost }: Pick<Asked, 'locale' | 'now' | 'onOwnHost'>) => ({
  slug: farm.slug,
  code: farm.code,
  name: inLocale(locale, farm.nameZh, farm.nameEn),
  colour: farm.colour,
  licensed: holdsLicence(farm, businessDay(now)),
  home: onOwnHost ? '/' : `/f/${farm.slug}`,
  shelf: onOwnHost ? '/products' : `/f/${farm.slug}/products`,
  ownSite: farm.hostName === null ? null : originOfHost(farm.hostName),
})

/** A farm as its pages show it, in the reader's language, under the marks it may use today. */
export function describeFarm(farm: Farm, { distanceM, ...asked }: Asked) {
  const { locale } = asked
  const say = (zh: string, en: string) => inLocale(locale, zh, en)
  return {
    front: frontOf(farm, asked),
    portrait: {
      county: say(farm.countyZh, farm.countyEn),
      flagship: say(farm.flagshipZh, farm.flagshipEn),
      story: say(farm.storyZh, farm.storyEn),
      people: say(farm.peopleZh, farm.peopleEn),
      practices: farm.practices.map(({ zh, en }) => say(zh, en)),
      pictureId: farm.pictureId,
      distanceM,
      leadDays: farm.leadDays,
    },
    figures: {
      land: [farm.landMuBefore, farm.landMuNow],
      customers: [farm.customersBefore, farm.customersNow],
      products: [farm.productsBefore, farm.productsNow],
      soldOutside: [farm.soldOutsideBeforePct, farm.soldOutsideNowPct],
      logistics: [farm.logisticsBeforeHighFen / 100, farm.logisticsNowHighFen / 100],
    } satisfies Record<string, [number, number]>,
  }
}
