import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { OpenBooks } from '#app/components/office/ledger/open-books.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { BooksSearch } from '#app/schemas/books.ts'
import { readOpenBooks } from '#app/services/ledger/read-open-books.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => booksMessages[locale].title)

/** What every member reads, as the office reads it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const asked = BooksSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  return await readOpenBooks(db().reader, { today: businessDay(now()), ...asked })
}

export default function Books() {
  const { months, opened } = useLoaderData<typeof loader>()
  const t = useMessages(booksMessages)
  return (
    <>
      <OpenBooks months={months} opened={opened} />
      <Link to="/alliance/surplus" className="inline-flex min-h-11 items-center self-start text-indigo underline">
        {t.toSurplus}
      </Link>
    </>
  )
}
