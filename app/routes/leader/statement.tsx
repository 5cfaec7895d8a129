import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LeaderEarnings } from '#app/components/office/leader/earnings.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { readEarnings } from '#app/services/leader/read-earnings.server.ts'
import { findLeaderMoney } from '#db/queries/leader/statement.server.ts'
import { memberOf } from './leader-of.server.ts'

const perPage = 30
const SearchSchema = z.object({
  before: z
    .string()
    .regex(/^\w{1,60}$/)
    .nullable()
    .default(null),
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => leaderMessages[locale].earningsTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  const { before } = parseParams(Object.fromEntries(new URL(request.url).searchParams), SearchSchema)
  const { reader } = db()
  const [earnings, { earnedFen }] = await Promise.all([
    readEarnings(reader, { leaderId, before, limit: perPage }),
    findLeaderMoney(reader, leaderId),
  ])
  return { ...earnings, earnedFen, isFirst: before === null }
}

const link = 'inline-flex min-h-11 items-center text-indigo underline'

export default function Statement() {
  const t = useMessages(leaderMessages)
  const { lines, nextBefore, earnedFen, isFirst } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex max-w-2xl flex-col gap-2">
          <h1 className="text-3xl">{t.earningsTitle}</h1>
          <p className="text-ink-2">{t.earningsLead}</p>
        </div>
        <p className="text-right">
          <span className="block text-sm text-ink-2">{t.balance}</span>
          <b className="font-display text-2xl">{formatFen(earnedFen)}</b>
        </p>
      </header>
      {lines.length === 0 ? (
        <Empty action={<ButtonLink to="/leader/order">{t.newOrder}</ButtonLink>}>{t.noEarnings}</Empty>
      ) : (
        <>
          <LeaderEarnings lines={lines} />
          <nav aria-label={t.earningsTitle} className="flex flex-wrap justify-between gap-4">
            {isFirst ? null : (
              <Link to="/leader/statement" className={link}>
                {t.newest}
              </Link>
            )}
            {nextBefore ? (
              <Link to={`?before=${nextBefore}`} className={link} rel="next">
                {t.olderLines}
              </Link>
            ) : null}
          </nav>
          <p className="flex flex-wrap gap-4">
            <a href="/leader/statement/earnings.csv" className={link} download>
              {t.downloadCsv}
            </a>
            <a href="/leader/statement/earnings.xlsx" className={link} download>
              {t.downloadXlsx}
            </a>
          </p>
        </>
      )}
    </>
  )
}
