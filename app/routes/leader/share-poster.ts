import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawQrCode } from '#app/http/draw-qr-code.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { publicUrl } from '#app/http/runtime.server.ts'
import { sharedPicture } from '#app/http/shared-picture.server.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { leaderOf } from './leader-of.server.ts'

/** This community's group buy as a poster: where it is collected, and the code that leads to this week's goods. */
export async function loader({ request }: LoaderFunctionArgs) {
  const leader = await leaderOf(request)
  const locale = localeOf(request)
  const pick = (zh: string, en: string) => inLocale(locale, zh, en)
  const t = shareMessages[locale]
  const facts = {
    title: t.groupBuy(pick(leader.communityZh, leader.communityEn)),
    maker: t.cardNote,
    figure: null,
    note: t.groupBuyNote(pick(leader.pointZh, leader.pointEn), leader.windowFrom, leader.windowTo),
    brand: commonMessages[locale].brand,
    artPath: '/art/vegetable-box.svg',
    code: { ...drawQrCode(`${publicUrl()}/products`), label: t.scan },
  }
  return sharedPicture(facts, 'poster', { isPrivate: true })
}
