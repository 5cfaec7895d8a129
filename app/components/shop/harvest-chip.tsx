import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** How long ago the freshest of it was picked. A harvest of more than ten days ago (rice, ham, sauce) is not news and not shown. */
export function HarvestChip({ days }: { days: number | null }) {
  const t = useMessages(shopMessages)
  if (days === null || days > 10) return null
  return (
    <span className="rounded-sm border border-leaf bg-leaf-tint px-1.5 text-xs leading-5 font-semibold whitespace-nowrap text-leaf">
      {days <= 0 ? t.harvestedToday : days === 1 ? t.harvestedYesterday : t.harvestedBefore(days)}
    </span>
  )
}
