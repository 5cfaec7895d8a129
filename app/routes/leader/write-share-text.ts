import { formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import { inLocale, type Locale } from '#app/i18n/locale.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import type { findThisWeeksOffers } from '#db/queries/leader/offers.server.ts'
import type { LeaderProfile } from '#db/queries/leader/profile.server.ts'

type Offer = Awaited<ReturnType<typeof findThisWeeksOffers>>[number]
type Wave = { deliversOn: string; cutoffAt: Date }
type Share = { leader: LeaderProfile; offers: readonly Offer[]; wave: Wave | null; url: string; locale: Locale }

/** The text neighbours answer in the group chat: a numbered list at retail prices, by when, and where to collect. */
export function writeShareText({ leader, offers, wave, url, locale }: Share): string {
  const t = leaderMessages[locale]
  const pick = (zh: string, en: string) => inLocale(locale, zh, en)
  const items = offers.map((offer, index) => {
    const item = t.item(
      index + 1,
      pick(offer.productZh, offer.productEn),
      pick(offer.sizeZh, offer.sizeEn),
      formatFen(offer.priceFen, { short: true }),
    )
    return offer.farmZh === null ? item : `${item}${t.itemFrom(pick(offer.farmZh, offer.farmEn ?? ''))}`
  })
  return [
    t.greeting(pick(leader.communityZh, leader.communityEn)),
    ...items,
    ...(wave ? [t.orderBy(formatDay(wave.deliversOn, locale), formatMoment(wave.cutoffAt, locale))] : []),
    t.collectAt(pick(leader.pointZh, leader.pointEn), leader.windowFrom, leader.windowTo),
    t.joinIn,
    t.seeMore(url),
  ].join('\n')
}
