import { NoticeChoice } from '#app/components/account/notice-choice.tsx'
import { orderLiveMessages } from '#app/i18n/messages/order-live.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** By what its customer is told of an order, folded away until somebody looks for it. */
export function OrderNotices({ notices }: { notices: Parameters<typeof NoticeChoice>[0] }) {
  const t = useMessages(orderLiveMessages)
  return (
    <details className="rounded-md border border-rule bg-paper p-4 print:hidden" open={notices.isKept}>
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t.noticesTitle}</summary>
      <NoticeChoice {...notices} />
    </details>
  )
}
