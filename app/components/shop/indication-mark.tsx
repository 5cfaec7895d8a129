import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { indicationMarkPath } from './picture-paths.ts'

/** The geographical indication of one item of several, its mark and its name. */
export function IndicationMark({ name }: { name: string }) {
  const t = useMessages(shopMessages)
  return (
    <span className="flex items-center gap-1 text-xs text-ink-2">
      <img src={indicationMarkPath} alt={t.indicationMark} width={20} height={20} loading="lazy" />
      {name}
    </span>
  )
}
