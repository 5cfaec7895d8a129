import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ClosePeriodForm } from '#app/components/office/ledger/close-period-form.tsx'
import { sayObstacle } from '#app/components/office/ledger/say-obstacle.ts'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { ledgerCloseMessages } from '#app/i18n/messages/ledger-close.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { MonthSchema } from '#app/schemas/month.ts'
import { closePeriod } from '#app/services/ledger/close-period.server.ts'
import { readPeriods } from '#app/services/ledger/read-periods.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => ledgerCloseMessages[locale].periodsTitle)

const Choice = z.object({ period: MonthSchema })
const Done = MonthSchema.nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const done = Done.parse(new URL(request.url).searchParams.get('closed'))
  return { done, ...(await readPeriods(db().reader, now())) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { period } = parseParams(Object.fromEntries(await request.formData()), Choice)
  const closed = await closePeriod(db(), { period, userId, now: now() })
  if (!closed.ok) return data({ period, refusal: closed.refusal }, { status: 409 })
  return redirect(`/alliance/ledger/periods?${new URLSearchParams({ closed: period })}`)
}

export default function Periods() {
  const { periods, next, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useMessages(ledgerCloseMessages)
  const locale = useLocale()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <Link to="/alliance/ledger" className="inline-flex min-h-11 items-center text-indigo">
          {t.toLedger}
        </Link>
        <h1 className="text-3xl">{t.periodsTitle}</h1>
        <p className="max-w-3xl text-ink-2">{t.periodsLead}</p>
      </header>
      {refused ? (
        <Notice tone="bad" title={t.notClosed(refused.period)}>
          {sayObstacle(t, locale, refused.refusal)}
        </Notice>
      ) : done && periods.some(({ period, closedAt }) => period === done && closedAt !== null) ? (
        <Notice tone="good" title={t.closedNow(done)} />
      ) : null}
      {next ? <ClosePeriodForm period={next.period} obstacles={next.obstacles} /> : null}
      {periods.length === 0 ? (
        <Empty>{t.nothingPosted}</Empty>
      ) : (
        <DataTable
          caption={t.periodsTitle}
          rows={periods}
          rowKey={({ period }) => period}
          columns={[
            { key: 'period', title: t.period, cell: ({ period }) => <span className="whitespace-nowrap">{period}</span> },
            {
              key: 'status',
              title: t.status,
              cell: ({ closedAt }) => <StatusMark tone={closedAt ? 'done' : 'waiting'}>{closedAt ? t.closed : t.open}</StatusMark>,
            },
            {
              key: 'closedAt',
              title: t.closedAt,
              cell: ({ closedAt }) => <span className="whitespace-nowrap">{closedAt ? formatMoment(closedAt, locale) : ''}</span>,
            },
            { key: 'closedBy', title: t.closedBy, cell: ({ closedBy }) => <span className="whitespace-nowrap">{closedBy}</span> },
          ]}
        />
      )}
    </>
  )
}
