import { formatClock, formatDay, formatMoment } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type HandOutLine = {
  id: string
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  farmZh: string
  farmEn: string
  storage: 'ambient' | 'chilled' | 'frozen'
  quantity: number
}
export type HandOutWave = {
  waveId: string
  deliversOn: string
  /** once the route is planned */
  arrival: { arrivesAt: Date | null; status: 'planned' | 'delivered' | 'failed'; statusAt: Date | null } | null
  lines: HandOutLine[]
}

/** What comes when, to be counted on arrival and ticked off by hand: one list for each delivery. */
export function LeaderHandOut({ waves }: { waves: readonly HandOutWave[] }) {
  const locale = useLocale()
  return waves.map((wave) => (
    <section key={wave.waveId} aria-label={formatDay(wave.deliversOn, locale)} className="flex flex-col gap-1">
      <h3 className="font-semibold">
        {formatDay(wave.deliversOn, locale)} <ArrivalText arrival={wave.arrival} />
      </h3>
      <HandOutTable lines={wave.lines} caption={formatDay(wave.deliversOn, locale)} />
    </section>
  ))
}

function HandOutTable({ lines, caption }: { lines: readonly HandOutLine[]; caption: string }) {
  const t = useMessages(leaderMessages)
  const { ambient, chilled, frozen } = useMessages(shopMessages)
  const pick = usePick()
  const storage = { ambient, chilled, frozen }
  const box = <span aria-hidden="true" className="inline-block size-5 border border-control" />
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:text-xs">
        <tr className="border-b border-control">
          <th scope="col" className="w-full py-1 text-left">
            {t.product}
          </th>
          <th scope="col" className="px-1 py-1 text-right whitespace-nowrap">
            {t.quantity}
          </th>
          <th scope="col" className="px-1 py-1">
            {t.received}
          </th>
          <th scope="col" className="px-1 py-1">
            {t.handedOut}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className="border-b border-rule">
            <td className="py-2">
              <b>{pick(line.productZh, line.productEn)}</b> <span className="inline-block">{pick(line.sizeZh, line.sizeEn)}</span>
              <span className="block text-ink-2">
                {pick(line.farmZh, line.farmEn)} · {storage[line.storage]}
              </span>
            </td>
            <td className="px-2 py-2 text-right text-lg font-semibold">{line.quantity}</td>
            <td className="px-1 py-2 text-center">{box}</td>
            <td className="px-1 py-2 text-center">{box}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ArrivalText({ arrival }: { arrival: HandOutWave['arrival'] }) {
  const t = useMessages(leaderMessages)
  const locale = useLocale()
  const say = () => {
    if (arrival?.status === 'delivered' && arrival.statusAt) return t.arrived(formatMoment(arrival.statusAt, locale))
    if (arrival?.status === 'failed') return t.failed
    return arrival?.arrivesAt ? t.arrives(formatClock(arrival.arrivesAt)) : t.notPlanned
  }
  return <span className="text-sm font-normal text-ink-2">{say()}</span>
}
