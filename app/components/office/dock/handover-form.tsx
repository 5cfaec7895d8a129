import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import type { CrateCount } from '#app/domain/delivery/cold-chain.ts'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'
import { type CrateFieldErrors, CrateFields, type CrateTyped } from './crate-fields.tsx'
import { ParcelTicks } from './parcel-ticks.tsx'

export type WaveOut = {
  id: string
  deliversOn: string
  hubZh: string
  hubEn: string
  hubAddressZh: string
  hubAddressEn: string
  arriveBy: string
  zoneZh: string
  zoneEn: string
  toPack: number
  requestKey: string
  expected: CrateCount
  parcels: readonly { id: string; alias: string }[]
  way: 'brings' | 'collected'
  pickUp: { arrivesAt: Date; vehicleZh: string; vehicleEn: string; driver: string | null; driverPhone: string | null } | null
}

type Refused = { typed: CrateTyped; ticked: readonly string[]; errors: CrateFieldErrors }

/** A wave's crates leave the farm: which parcels, which way, how many crates, how cold. */
export function HandoverForm({ wave, refused, busy }: { wave: WaveOut; refused: Refused | null; busy: boolean }) {
  const t = useMessages(dockMessages)
  const locale = useLocale()
  const pick = usePick()
  const hint = (storage: keyof CrateCount) => t.expected(wave.expected[storage])
  return (
    <Panel id={wave.id} title={t.waveOf(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))}>
      <div className="text-ink-2">
        <p>{t.hubBy(pick(wave.hubZh, wave.hubEn), wave.arriveBy, pick(wave.hubAddressZh, wave.hubAddressEn))}</p>
        <PickUp wave={wave} />
        {wave.toPack > 0 ? <p>{t.stillToPack(wave.toPack)}</p> : null}
      </div>
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
        <input type="hidden" name="waveId" value={wave.id} />
        <input type="hidden" name="requestKey" value={wave.requestKey} />
        <ParcelTicks legend={t.whichParcels} parcels={wave.parcels} ticked={refused?.ticked ?? null} />
        <fieldset className="flex flex-wrap gap-x-6">
          <legend className="font-semibold">{t.way}</legend>
          {(['brings', 'collected'] as const).map((way) => (
            <label key={way} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="way"
                value={way}
                defaultChecked={(refused?.typed.way ?? wave.way) === way}
                className="size-5 accent-leaf"
              />
              {t[`way_${way}`]}
            </label>
          ))}
        </fieldset>
        <CrateFields
          id={wave.id}
          hints={{ ambient: hint('ambient'), chilled: hint('chilled'), frozen: hint('frozen') }}
          counts={wave.expected}
          typed={refused?.typed ?? {}}
          errors={refused?.errors ?? {}}
        />
        <Button type="submit" className="self-start" disabled={busy}>
          {t.handOver}
        </Button>
      </Form>
    </Panel>
  )
}

function PickUp({ wave: { pickUp, way } }: { wave: WaveOut }) {
  const t = useMessages(dockMessages)
  const pick = usePick()
  if (pickUp === null) return way === 'collected' ? <p>{t.notFetched}</p> : null
  return (
    <p>
      {t.fetchedAt(formatClock(pickUp.arrivesAt), pick(pickUp.vehicleZh, pickUp.vehicleEn))}
      {pickUp.driver === null ? null : ` · ${t.fetchedBy(pickUp.driver, pickUp.driverPhone ?? '')}`}
    </p>
  )
}
