import { formatFen } from '#app/i18n/format.ts'
import { deliveryFeeMessages } from '#app/i18n/messages/delivery-fee.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type FeeShown = {
  feeFen: number
  leastFen: number
  directFen: number
  detour: { nearestM: number; roadM: number; seconds: number; costFen: number } | null
}

/** Where a door's fee comes from: its detour, held between the wave's least fee and direct shipping. Nothing to say without a detour. */
export function FeeDetails({ fee }: { fee: FeeShown }) {
  const t = useMessages(deliveryFeeMessages)
  const { detour } = fee
  if (detour === null) return null
  return (
    <details className="text-sm text-ink-2">
      <summary className="min-h-11 py-2 underline">{t.how}</summary>
      <p>{t.detour(kilometres(detour.nearestM), kilometres(detour.roadM), Math.ceil(detour.seconds / 60))}</p>
      <ul>
        <li>
          {t.detourCost} {formatFen(detour.costFen)}
        </li>
        <li>
          {t.least} {formatFen(fee.leastFen)}
        </li>
        <li>
          {t.direct} {formatFen(fee.directFen)}
        </li>
        <li className="font-semibold">
          {t.charged} {formatFen(fee.feeFen)}
        </li>
      </ul>
    </details>
  )
}

const kilometres = (metres: number) => `${(metres / 1000).toFixed(1)} km`
