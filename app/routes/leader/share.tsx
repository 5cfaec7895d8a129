import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LeaderShareText } from '#app/components/office/leader/share-text.tsx'
import { FarmQrCode } from '#app/components/office/qr-code.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { PosterLink } from '#app/components/ui/poster-link.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { drawQrCode } from '#app/http/draw-qr-code.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { db, now, publicUrl } from '#app/http/runtime.server.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { findThisWeeksOffers } from '#db/queries/leader/offers.server.ts'
import { findZoneWaves } from '#db/queries/leader/orders.server.ts'
import { leaderOf } from './leader-of.server.ts'
import { writeShareText } from './write-share-text.ts'

/** As many as a group still reads. */
const mostShared = 20

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => leaderMessages[locale].shareTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const leader = await leaderOf(request)
  const { reader } = db()
  const [offers, waves] = await Promise.all([
    findThisWeeksOffers(reader, { today: businessDay(now()), limit: mostShared }),
    findZoneWaves(reader, { zoneId: leader.zoneId, now: now(), limit: 4 }),
  ])
  const url = `${publicUrl()}/products`
  const wave = waves.find(({ bookedDrops, capacityDrops }) => bookedDrops < capacityDrops) ?? null
  const text = offers.length === 0 ? null : writeShareText({ leader, offers, wave, url, locale: localeOf(request) })
  return { text, url, code: drawQrCode(url) }
}

export default function Share() {
  const t = useMessages(leaderMessages)
  const { text, url, code } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.shareTitle}</h1>
        <p className="text-ink-2">{t.shareLead}</p>
      </header>
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_16rem]">
        {text === null ? (
          <Empty action={<ButtonLink to="/leader/order">{t.newOrder}</ButtonLink>}>{t.noShare}</Empty>
        ) : (
          <LeaderShareText text={text} />
        )}
        <section className="flex flex-col gap-2 rounded-md border border-rule bg-paper p-4">
          <h2 className="text-xl">{t.shopLink}</h2>
          <p className="text-sm text-ink-2">{t.shopLinkHint}</p>
          <FarmQrCode code={code} label={t.qrOf(url)} className="w-full max-w-56" />
          {text === null ? null : <PosterLink path="/leader/share/poster.png" filename="poster" />}
          <a href={url} className="inline-flex min-h-11 items-center break-all text-indigo underline">
            {url}
          </a>
        </section>
      </div>
    </>
  )
}
