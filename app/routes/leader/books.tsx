import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { OpenBooks } from '#app/components/office/open-books.tsx'
import { PayoutExplained } from '#app/components/office/payout-explained.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { BooksSearch } from '#app/schemas/books.ts'
import { readOpenBooks, readOwnShare } from '#app/services/ledger/read-open-books.server.ts'
import { memberOf } from './leader-of.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => booksMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  const asked = BooksSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { reader } = db()
  const books = await readOpenBooks(reader, { today: businessDay(now()), ...asked })
  const own = await readOwnShare(reader, { party: { type: 'leader', id: leaderId }, month: books.month })
  return { ...books, own }
}

export default function Books() {
  const { month, months, opened, own } = useLoaderData<typeof loader>()
  const t = useMessages(booksMessages)
  return (
    <>
      <OpenBooks months={months} opened={opened} />
      <PayoutExplained steps={own} title={t.ownShare(month)} lead={t.ownShareLead} />
      <Link to="/leader/settlements" className="inline-flex min-h-11 items-center self-start text-indigo underline">
        {t.toSettlements}
      </Link>
    </>
  )
}
