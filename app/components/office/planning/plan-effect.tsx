import { Notice } from '#app/components/ui/notice.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Sum = { costFen: number; distanceM: number; durationS: number; unserved: number }
export type Effect = { before: Sum; after: Sum; newBreaches: number }

const signed = (value: number, said: string) => (value > 0 ? `+${said}` : said.replace('-', '−'))

/** What a change costs and breaks, beside what was. */
export function PlanEffect({ title, effect: { before, after, newBreaches } }: { title: string; effect: Effect }) {
  const t = useMessages(dispatchMessages)
  const costFen = after.costFen - before.costFen
  const km = Math.round((after.distanceM - before.distanceM) / 100) / 10 || 0
  const minutes = Math.round((after.durationS - before.durationS) / 60) || 0
  const unserved = after.unserved - before.unserved
  const changes = [
    t.costChange(signed(costFen, formatFen(costFen))),
    t.kmChange(signed(km, km.toFixed(1))),
    t.minutesChange(signed(minutes, String(minutes))),
    ...(unserved === 0 ? [] : [t.unservedChange(signed(unserved, String(unserved)))]),
  ]
  return (
    <Notice tone={newBreaches > 0 ? 'warn' : 'info'} title={title}>
      <p>{changes.join(' · ')}</p>
      <p>{newBreaches === 0 ? t.breaksNothing : t.breaks(newBreaches)}</p>
    </Notice>
  )
}
