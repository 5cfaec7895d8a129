import type { LoaderFunctionArgs } from '@remix-run/node'
import { localeOf } from '#app/http/locale.server.ts'
import { sharedPicture } from '#app/http/shared-picture.server.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { homeMessages } from '#app/i18n/messages/shop-home.ts'

/** What a link to the alliance's shop is shown by. */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request)
  const { brand } = commonMessages[locale]
  const maker = shareMessages[locale].cardNote
  return sharedPicture({ title: homeMessages[locale].title, maker, figure: null, note: '', brand, artPath: null, code: null }, 'card')
}
