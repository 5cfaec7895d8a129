import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LeaderAccount } from '#app/components/office/leader/account.tsx'
import { LeaderOrderList } from '#app/components/office/leader/order-list.tsx'
import { LeaderWaves } from '#app/components/office/leader/waves.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { findLeaderOrders, findZoneWaves } from '#db/queries/leader/orders.server.ts'
import { findLeaderMoney } from '#db/queries/leader/statement.server.ts'
import { leaderOf } from './leader-of.server.ts'

const perPage = 10
const PageSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => leaderMessages[locale].overview)

export async function loader({ request }: LoaderFunctionArgs) {
  const leader = await leaderOf(request)
  const { page } = parseParams(Object.fromEntries(new URL(request.url).searchParams), PageSchema)
  const { reader } = db()
  const { leaderId, zoneId } = leader
  const [waves, orders, money] = await Promise.all([
    findZoneWaves(reader, { zoneId, now: now(), limit: 3 }),
    findLeaderOrders(reader, { leaderId, limit: perPage + 1, offset: (page - 1) * perPage }),
    findLeaderMoney(reader, leaderId),
  ])
  const { pointZh, pointEn, addressZh, addressEn, windowFrom, windowTo, zoneZh, zoneEn, creditLimitFen: limitFen } = leader
  return {
    place: { pointZh, pointEn, addressZh, addressEn, windowFrom, windowTo, zoneZh, zoneEn },
    waves,
    orders: orders.slice(0, perPage),
    page,
    hasOlder: orders.length > perPage,
    money: { owedFen: money.owedFen, limitFen, earnedFen: leader.kind === 'community' ? money.earnedFen : null },
    isEnterprise: leader.kind === 'enterprise',
  }
}

const card = 'flex flex-col gap-2 rounded-md border border-rule bg-paper p-4'

export default function Overview() {
  const t = useMessages(leaderMessages)
  const pick = usePick()
  const b = useMessages(buyerMessages)
  const { place, waves, orders, page, hasOlder, money, isEnterprise } = useLoaderData<typeof loader>()
  const last = page === 1 ? orders[0] : undefined
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-col gap-2">
          <h1 className="text-3xl">{isEnterprise ? b.overviewTitle : t.overviewTitle}</h1>
          <p className="text-ink-2">
            {t.placeLine(pick(place.pointZh, place.pointEn), pick(place.addressZh, place.addressEn), place.windowFrom, place.windowTo)}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {last ? <ButtonLink to={`/leader/order?repeat=${last.id}`}>{t.repeatLast}</ButtonLink> : null}
          <ButtonLink to="/leader/order" look={last ? 'plain' : 'primary'}>
            {t.newOrder}
          </ButtonLink>
        </div>
      </header>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <section className={card}>
          <h2 className="text-xl">{t.wavesOf(pick(place.zoneZh, place.zoneEn))}</h2>
          <LeaderWaves waves={waves} />
        </section>
        <section className={card}>
          <h2 className="text-xl">{t.onAccount}</h2>
          <LeaderAccount {...money} />
        </section>
      </div>
      <section className="flex flex-col gap-3">
        <h2 className="text-xl">{t.orders}</h2>
        {orders.length > 0 ? (
          <LeaderOrderList orders={orders} />
        ) : (
          <Empty action={<ButtonLink to="/leader/order">{t.firstOrder}</ButtonLink>}>{t.noOrders}</Empty>
        )}
        <p className="flex justify-between gap-4">
          {page > 1 ? <PageLink page={page - 1}>{t.newer}</PageLink> : null}
          {hasOlder ? <PageLink page={page + 1}>{t.older}</PageLink> : null}
        </p>
      </section>
    </>
  )
}

const PageLink = ({ page, children }: { page: number; children: string }) => (
  <Link to={`?page=${page}`} className="inline-flex min-h-11 items-center text-indigo underline">
    {children}
  </Link>
)
