import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawQrCode } from '#app/http/draw-qr-code.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, publicUrl } from '#app/http/runtime.server.ts'
import { sharedPicture } from '#app/http/shared-picture.server.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { findFarm } from '#db/queries/catalog/farms.server.ts'
import { SharedFile } from './share-params.ts'

/** A farm's shop on a card or a poster: its own mark large, the alliance's beside it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug, file } = parseParams(params, SharedFile)
  const farm = found(await findFarm(db().reader, slug))
  const locale = localeOf(request)
  const say = (zh: string, en: string) => inLocale(locale, zh, en)
  const t = shareMessages[locale]
  const facts = {
    title: say(farm.nameZh, farm.nameEn),
    maker: say(farm.countyZh, farm.countyEn),
    figure: say(farm.flagshipZh, farm.flagshipEn),
    note: t.cardNote,
    brand: commonMessages[locale].brand,
    photoId: farm.pictureId,
    artPath: `/marks/farm-${farm.code.toLowerCase()}.svg`,
    code: file === 'poster' ? { ...drawQrCode(`${publicUrl()}/f/${slug}`), label: t.scan } : null,
  }
  return sharedPicture(facts, file)
}
