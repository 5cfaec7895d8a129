import type { LoaderFunctionArgs } from '@remix-run/node'
import { businessDay } from '#app/domain/business-day.ts'
import { drawnCrop } from '#app/domain/catalog/drawn-crop.ts'
import { jinG, unitPriceFen } from '#app/domain/pricing/unit-price.ts'
import { drawQrCode } from '#app/http/draw-qr-code.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now, publicUrl } from '#app/http/runtime.server.ts'
import { sharedPicture } from '#app/http/shared-picture.server.ts'
import { formatFen, formatShortDay } from '#app/i18n/format.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { findProductPage } from '#db/queries/catalog/product.server.ts'
import { SharedFile } from './share-params.ts'

/** A product on a card or a poster: its drawing, its farm, its price for 500 g, the last harvest. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug, file } = parseParams(params, SharedFile)
  const { product, farm, sizes } = found(await findProductPage(db().reader, { slug, today: businessDay(now()) }))
  const locale = localeOf(request)
  const say = (zh: string, en: string) => inLocale(locale, zh, en)
  const t = shareMessages[locale]
  const cheapest = Math.min(...sizes.map(({ priceFen, netWeightG }) => unitPriceFen(priceFen, netWeightG, jinG)))
  const [harvestedOn] = sizes.flatMap(({ lots }) => lots.map((lot) => lot.harvestedOn)).sort((a, b) => b.localeCompare(a))
  const crop = drawnCrop(product.crop)
  const facts = {
    title: say(product.nameZh, product.nameEn),
    maker: farm ? `${say(farm.nameZh, farm.nameEn)} · ${say(farm.countyZh, farm.countyEn)}` : say(product.originZh, product.originEn),
    figure: sizes.length === 0 ? null : t.unitPrice(formatFen(cheapest)),
    note: harvestedOn ? t.pickedOn(formatShortDay(harvestedOn, locale)) : t.cardNote,
    brand: commonMessages[locale].brand,
    photoId: product.pictureId,
    artPath: crop && `/art/${crop}.svg`,
    code: file === 'poster' ? { ...drawQrCode(`${publicUrl()}/products/${slug}`), label: t.scan } : null,
  }
  return sharedPicture(facts, file)
}
