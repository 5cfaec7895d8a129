import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MemberBooks } from '#app/components/office/ledger/member-books.tsx'
import { readMemberBooks } from '#app/http/party-settlements.server.ts'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { memberOf } from './leader-of.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => booksMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  return await readMemberBooks(request, { type: 'leader', id: leaderId })
}

export default function Books() {
  return <MemberBooks {...useLoaderData<typeof loader>()} settlementsAt="/leader/settlements" />
}
