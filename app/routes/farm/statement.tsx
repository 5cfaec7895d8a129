import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { FarmOwedTabs } from '#app/components/office/settlement/farm-owed-tabs.tsx'
import { FarmStatementLine } from '#app/components/office/settlement/farm-statement-line.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { type FarmAccount, farmAccountId, farmAccounts } from '#app/domain/ledger/farm-statement.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmStatementMessages } from '#app/i18n/messages/farm-statement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { StatementSearchSchema } from '#app/schemas/statement.ts'
import { readStatement } from '#app/services/ledger/read-statement.server.ts'
import { findMonths, findOwed } from '#db/queries/settlement/party-statement.server.ts'
import { showToldLine } from './show-told-line.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmStatementMessages[locale].title)

const linesAPage = 50
const accountNames = Object.keys(farmAccounts) as FarmAccount[]

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { account, month, before } = StatementSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { reader } = db()
  const thisMonth = businessDay(now()).slice(0, 7)
  const [owed, months, page] = await Promise.all([
    findOwed(
      reader,
      accountNames.map((name) => farmAccountId(name, farmId)),
    ),
    findMonths(reader, thisMonth),
    readStatement(reader, { farmId, account, month, before, limit: linesAPage }),
  ])
  return {
    account,
    month,
    months,
    thisMonth,
    owed: accountNames.map((name, index) => ({ name, owedFen: owed[index]! })),
    isFirstPage: before === null,
    nextBefore: page.nextBefore,
    lines: page.lines.map(showToldLine),
  }
}

export default function Statement() {
  const t = useMessages(farmStatementMessages)
  const { account, month, months, thisMonth, owed, isFirstPage, nextBefore, lines } = useLoaderData<typeof loader>()
  const pageAt = (before: string | null) =>
    `?${new URLSearchParams({ account, ...(month ? { month } : {}), ...(before ? { before } : {}) })}`
  const downloadAs = (format: string) => `/farm/statement/download?${new URLSearchParams({ account, month: month ?? thisMonth, format })}`
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
      </header>
      <FarmOwedTabs owed={owed} chosen={account} month={month} />
      <div className="flex flex-wrap items-end gap-4">
        <Form method="get" className="flex items-end gap-2">
          <input type="hidden" name="account" value={account} />
          <SelectField label={t.month} name="month" defaultValue={month ?? ''} key={month}>
            <option value="">{t.allMonths}</option>
            {months.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </SelectField>
          <Button type="submit" look="plain">
            {t.showMonth}
          </Button>
        </Form>
        <p className="flex flex-wrap items-center gap-x-4">
          <span className="text-ink-2">{t.downloadMonth(month ?? thisMonth)}</span>
          <a href={downloadAs('csv')} download className="flex min-h-11 items-center text-indigo underline">
            {t.downloadCsv}
          </a>
          <a href={downloadAs('xlsx')} download className="flex min-h-11 items-center text-indigo underline">
            {t.downloadXlsx}
          </a>
        </p>
      </div>
      {account === 'sales' ? <p className="text-sm text-ink-2">{t.equation}</p> : null}
      {lines.length === 0 ? (
        <Empty
          action={
            <ButtonLink to="/farm/listings" look="plain">
              {t.emptyAction}
            </ButtonLink>
          }
        >
          {t.empty}
        </Empty>
      ) : (
        <ul aria-label={t.tableCaption(t[account])} className="divide-y divide-rule rounded-md border border-rule bg-paper">
          {lines.map((line) => (
            <FarmStatementLine key={line.id} line={line} account={account} />
          ))}
        </ul>
      )}
      <p className="flex gap-6">
        {isFirstPage ? null : (
          <Link to={pageAt(null)} className="flex min-h-11 items-center text-indigo underline">
            {t.newest}
          </Link>
        )}
        {nextBefore === null ? null : (
          <Link to={pageAt(nextBefore)} className="flex min-h-11 items-center text-indigo underline" rel="next">
            {t.more}
          </Link>
        )}
      </p>
    </>
  )
}
