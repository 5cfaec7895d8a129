import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import type { CrateCount } from '#app/domain/delivery/cold-chain.ts'
import { formatDay } from '#app/i18n/format.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { type CrateFieldErrors, CrateFields, type CrateTyped } from './crate-fields.tsx'
import { type HandoverCounts, HandoverFacts } from './handover-facts.tsx'
import { ParcelTicks } from './parcel-ticks.tsx'

export type Arrival = HandoverCounts & {
  id: string
  deliversOn: string
  zoneZh: string
  zoneEn: string
  farmZh: string
  farmEn: string
  note: string
  parcels: readonly { id: string; alias: string }[]
}

type Refused = { typed: CrateTyped; ticked: readonly string[]; errors: CrateFieldErrors }

const none: CrateCount = { ambient: 0, chilled: 0, frozen: 0 }

/** A handover on the road is counted in at the hub. The farm's own count stands beside the fields, never in them: it is counted anew. */
export function ArrivalForm({ arrival, refused }: { arrival: Arrival; refused: Refused | null }) {
  const t = useMessages(dockMessages)
  const locale = useLocale()
  const pick = usePick()
  const isBusy = useNavigation().formMethod === 'POST'
  const hint = (storage: keyof CrateCount) => t.declared(arrival.crates[storage])
  return (
    <li className="flex flex-col gap-2 rounded-md border border-rule bg-paper px-4 py-3">
      <h3 className="font-sans text-lg font-bold">{t.from(pick(arrival.farmZh, arrival.farmEn), arrival.parcels.length)}</h3>
      <p className="text-ink-2">{t.waveOf(formatDay(arrival.deliversOn, locale), pick(arrival.zoneZh, arrival.zoneEn))}</p>
      <HandoverFacts handover={arrival} farm={pick(arrival.farmZh, arrival.farmEn)} />
      {arrival.note ? <p className="text-ink-2">{arrival.note}</p> : null}
      <details open={refused !== null}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-leaf">{t.receive}</summary>
        <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4 pt-2">
          <input type="hidden" name="handoverId" value={arrival.id} />
          <p className="text-ink-2">{t.receiveLead}</p>
          <ParcelTicks legend={t.whichArrived} parcels={arrival.parcels} ticked={refused?.ticked ?? null} />
          <CrateFields
            id={arrival.id}
            hints={{ ambient: hint('ambient'), chilled: hint('chilled'), frozen: hint('frozen') }}
            counts={none}
            typed={refused?.typed ?? {}}
            errors={refused?.errors ?? {}}
          />
          <Button type="submit" className="self-start" disabled={isBusy}>
            {t.received}
          </Button>
        </Form>
      </details>
    </li>
  )
}
