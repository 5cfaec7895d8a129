import { Link } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { PayoutExplained } from '../settlement/payout-explained.tsx'
import { OpenBooks } from './open-books.tsx'

type Props = ComponentProps<typeof OpenBooks> & {
  month: string
  /** how this member's share of the month came about */
  own: ComponentProps<typeof PayoutExplained>['steps']
  settlementsAt: string
}

/** The alliance's books as every member sees them, and its own share in them. */
export function MemberBooks({ month, months, opened, own, settlementsAt }: Props) {
  const t = useMessages(booksMessages)
  return (
    <>
      <OpenBooks months={months} opened={opened} />
      <PayoutExplained steps={own} title={t.ownShare(month)} lead={t.ownShareLead} />
      <Link to={settlementsAt} className="inline-flex min-h-11 items-center self-start text-indigo underline">
        {t.toSettlements}
      </Link>
    </>
  )
}
