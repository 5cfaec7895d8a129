import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { BackOfficeShell } from '#app/components/office/back-office-shell.tsx'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { leaderOf } from './leader-of.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { kind, communityZh, communityEn } = await leaderOf(request)
  return { isMember: kind === 'community', communityZh, communityEn }
}

/** The frame says the same on every page. */
export const shouldRevalidate = () => false

export default function LeaderLayout() {
  const { isMember, communityZh, communityEn } = useLoaderData<typeof loader>()
  const t = useMessages(leaderMessages)
  const settlement = useMessages(settlementMessages)
  const books = useMessages(booksMessages)
  const pick = usePick()
  const memberSections = [
    { to: '/leader/statement', label: t.earnings },
    { to: '/leader/settlements', label: settlement.settlements },
    { to: '/leader/books', label: books.title },
    { to: '/leader/share', label: t.share },
  ]
  return (
    <BackOfficeShell
      title={pick(communityZh, communityEn)}
      sections={[
        { to: '/leader', label: t.overview, end: true },
        { to: '/leader/order', label: t.order },
        ...(isMember ? memberSections : []),
      ]}
    >
      <Outlet />
    </BackOfficeShell>
  )
}
