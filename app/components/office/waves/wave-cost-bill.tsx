import { formatFen } from '#app/i18n/format.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Cost = { firstMileFen: number; lastMileFen: number; feesFen: number; leadersFen: number; directFen: number }

/** What the wave cost, what the customers paid of it, and what is left for the farms; beside what couriers would have asked. */
export function WaveCostBill({ cost: { firstMileFen, lastMileFen, feesFen, leadersFen, directFen } }: { cost: Cost }) {
  const t = useMessages(waveCostMessages)
  const uncoveredFen = lastMileFen + firstMileFen + leadersFen - feesFen
  const savedFen = directFen - lastMileFen - firstMileFen
  const rows = [
    { term: t.lastMile, amountFen: lastMileFen },
    { term: t.firstMile, amountFen: firstMileFen },
    { term: t.leaders, amountFen: leadersFen },
    { term: t.fees, amountFen: -feesFen },
    { term: uncoveredFen >= 0 ? t.uncovered : t.surplus, amountFen: Math.abs(uncoveredFen), strong: true },
    { term: t.direct, amountFen: directFen },
    { term: savedFen >= 0 ? t.saved : t.dearer, amountFen: Math.abs(savedFen), strong: true },
  ]
  return (
    <section aria-labelledby="bill" className="flex flex-col gap-3">
      <h2 id="bill" className="text-2xl">
        {t.bill}
      </h2>
      <dl className="max-w-xl divide-y divide-rule rounded-md border border-rule bg-paper px-4">
        {rows.map(({ term, amountFen, strong }) => (
          <div key={term} className={`flex justify-between gap-4 py-2 ${strong ? 'font-semibold' : ''}`}>
            <dt>{term}</dt>
            <dd className="whitespace-nowrap">{formatFen(amountFen)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
