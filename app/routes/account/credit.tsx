import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { CreditMoves } from '#app/components/account/credit-moves.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { db } from '#app/http/runtime.server.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { findCredit } from '#db/queries/customers/customer-credit.server.ts'
import { findCreditMoves } from '#db/queries/payments/refund-desk.server.ts'
import { requireCustomer } from './require-customer.server.ts'

const shownMoves = 100

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountPagesMessages[locale].credit)

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const [balanceFen, moves] = await Promise.all([
    findCredit(db().reader, customerId),
    findCreditMoves(db().reader, { customerId, limit: shownMoves }),
  ])
  return { balanceFen, moves: moves.map((move) => ({ ...move, isIn: move.debit !== `2020:${customerId}` })) }
}

export default function Credit() {
  const t = useMessages(accountPagesMessages)
  const { toShop } = useMessages(accountMessages)
  const credit = useLoaderData<typeof loader>()
  return (
    <AccountShell title={t.credit}>
      {credit.moves.length > 0 ? (
        <section className="flex flex-col gap-3">
          <CreditMoves credit={credit} />
        </section>
      ) : (
        <Empty action={<ButtonLink to="/products">{toShop}</ButtonLink>}>{t.noCredit}</Empty>
      )}
    </AccountShell>
  )
}
