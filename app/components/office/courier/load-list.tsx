import { useNavigation } from '@remix-run/react'
import { LoadScan } from '#app/components/courier/load-scan.tsx'
import { type RoadParcel, RoadParcels } from '#app/components/courier/road-parcels.tsx'
import { type Say, WordForm } from '#app/components/courier/word-form.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { type CourierStopRow, cratesText } from './stop.tsx'

/** Before the run: crates of each class and every parcel, in the order they go in, to be ticked off; and what no farm has packed. */
export function CourierLoadList({
  hub,
  stops,
  parcels,
  say,
}: {
  hub: string
  stops: readonly CourierStopRow[]
  parcels: readonly (RoadParcel & { dropCode: string })[]
  say: Say
}) {
  const t = useMessages(courierMessages)
  const d = useMessages(deliveryMessages)
  const r = useMessages(courierRoadMessages)
  const pick = usePick()
  const isBusy = useNavigation().state === 'submitting'
  const unpacked = parcels.filter(({ status, isMissing }) => status === 'to_pack' && !isMissing)
  const missing = parcels.filter(({ isMissing }) => isMissing).length
  const total = (unit: 'cratesAmbient' | 'cratesChilled' | 'cratesFrozen') => stops.reduce((sum, stop) => sum + stop[unit], 0)
  const totals = { cratesAmbient: total('cratesAmbient'), cratesChilled: total('cratesChilled'), cratesFrozen: total('cratesFrozen') }
  return (
    <section aria-labelledby="load" className="flex flex-col gap-4">
      <h2 id="load" className="text-2xl">
        {t.loadTitle}
      </h2>
      <p>{t.loadText(hub)}</p>
      <p className="text-xl font-semibold">
        {t.loadTotal}: {cratesText(totals, d)}
      </p>
      <p className="text-lg">
        {r.loadedOf(parcels.filter(({ isLoaded }) => isLoaded).length, parcels.length)}
        {missing > 0 ? <b className="text-pepper"> · {r.missingStay(missing)}</b> : null}
      </p>
      {say ? <LoadScan parcels={parcels} say={say} /> : null}
      <h3 className="font-semibold">{t.loadOrder}</h3>
      <ol className="rounded-md border border-rule bg-paper">
        {stops.toReversed().map((stop) => (
          <li key={stop.id} className="border-b border-rule px-4 py-2 last:border-b-0">
            <p className="flex min-h-12 flex-wrap items-center gap-x-4">
              <span className="text-xl font-semibold">{stop.code}</span>
              <span>{cratesText(stop, d)}</span>
              <span className="ml-auto text-ink-2">{t.stopNumber(stop.position ?? 0)}</span>
            </p>
            <RoadParcels parcels={parcels.filter(({ dropId }) => dropId === stop.id)} at="hub" say={say} />
          </li>
        ))}
      </ol>
      <WordForm word="start" say={say} className="flex flex-col gap-3">
        {unpacked.length > 0 ? (
          <fieldset className="flex flex-col gap-1 rounded-md border border-rape bg-rape-tint p-4">
            <legend className="font-semibold">{t.unpackedTitle}</legend>
            <p>{t.unpackedText}</p>
            {unpacked.map((parcel) => (
              <label key={parcel.id} className="flex min-h-14 items-center gap-3">
                <input type="checkbox" name="aboard" value={parcel.id} className="size-6" />
                {t.unpackedOf(parcel.alias, pick(parcel.farmZh, parcel.farmEn), parcel.dropCode)}
              </label>
            ))}
          </fieldset>
        ) : null}
        <Button name="start" value="ticked" disabled={isBusy} className="min-h-14 text-lg">
          {isBusy ? t.starting : unpacked.length > 0 ? t.startTicked : t.start}
        </Button>
        {unpacked.length > 0 ? (
          <Button name="start" value="all" look="plain" disabled={isBusy} className="min-h-14 text-lg">
            {t.startAll}
          </Button>
        ) : null}
      </WordForm>
    </section>
  )
}
