import { Link } from '@remix-run/react'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Line = {
  lineId: string
  quantity: number
  status: string
  deliversOn: string
  partZh: string
  partEn: string
  productZh: string
  productEn: string
}

const hasCome = ({ status }: Line) => status === 'delivered' || status === 'accepted'

/** What an adoption has brought and will bring, by its waves. */
export function AdoptionHarvests({ lines, orderId }: { lines: readonly Line[]; orderId: string }) {
  const t = useMessages(aheadMessages)
  return (
    <>
      <Harvests title={t.came} none={t.nothingCame} lines={lines.filter(hasCome)} />
      <Harvests title={t.coming} none={t.nothingComing} lines={lines.filter((line) => !hasCome(line))} />
      <Link to={`/orders/${orderId}`} className="-mt-4 inline-flex min-h-11 items-center self-start text-indigo underline print:hidden">
        {t.seeOrder}
      </Link>
    </>
  )
}

function Harvests({ title, none, lines }: { title: string; none: string; lines: readonly Line[] }) {
  const t = useMessages(aheadMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-2xl">{title}</h2>
      {lines.length === 0 ? <p className="text-ink-2">{none}</p> : null}
      <ol className="flex flex-col">
        {lines.map((line) => (
          <li key={line.lineId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule py-2">
            <span className="font-semibold">{formatDay(line.deliversOn, locale)}</span>
            <span>
              {pick(line.productZh, line.productEn)} {pick(line.partZh, line.partEn)} × {line.quantity}
            </span>
            <StatusMark tone={hasCome(line) ? 'done' : 'waiting'}>{hasCome(line) ? t.delivered : t.toCome}</StatusMark>
          </li>
        ))}
      </ol>
    </section>
  )
}
