import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MemberBooks } from '#app/components/office/ledger/member-books.tsx'
import { readMemberBooks } from '#app/http/party-settlements.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { pageTitle } from '#app/i18n/page-title.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => booksMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  return await readMemberBooks(request, { type: 'farm', id: farmId })
}

export default function Books() {
  return <MemberBooks {...useLoaderData<typeof loader>()} settlementsAt="/farm/settlements" />
}
