import { Button } from '#app/components/ui/button.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { ShownParcel } from '#app/domain/delivery/apply-load-words.ts'
import type { LoadStep } from '#app/domain/delivery/driver-event.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { type Say, WordForm } from './word-form.tsx'

export type RoadParcel = ShownParcel & { alias: string; dropId: string | null; farmZh: string; farmEn: string }

/** What is left to say of a parcel: at the hub whether it is on the van, at the door only whether it is there. */
function stepsOf({ isMissing, isLoaded }: ShownParcel, at: 'hub' | 'door'): Exclude<LoadStep, 'returned'>[] {
  if (isMissing) return ['found']
  return at === 'door' || isLoaded ? ['missing'] : ['loaded', 'missing']
}

/** The parcels of one stop, each to be ticked off by itself. */
export function RoadParcels({ parcels, at, say }: { parcels: readonly RoadParcel[]; at: 'hub' | 'door'; say: Say }) {
  const t = useMessages(courierRoadMessages)
  const pick = usePick()
  return (
    <ul className="flex flex-col">
      {parcels.map((parcel) => (
        <li key={parcel.id} className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-t border-rule py-1">
          <b className="text-lg">{parcel.alias}</b>
          <span className="text-ink-2">{pick(parcel.farmZh, parcel.farmEn)}</span>
          {parcel.isMissing ? <StatusMark tone="bad">{t.parcelMissing}</StatusMark> : null}
          {at === 'hub' && parcel.isLoaded ? <StatusMark tone="done">{t.parcelLoaded}</StatusMark> : null}
          <WordForm word="load" consignmentId={parcel.id} say={say} className="ml-auto flex gap-2">
            {stepsOf(parcel, at).map((step) => (
              <Button
                key={step}
                name="step"
                value={step}
                look={step === 'missing' ? 'danger' : 'plain'}
                className="min-h-14"
                aria-label={`${parcel.alias} ${t[`load_${step}`]}`}
              >
                {t[`load_${step}`]}
              </Button>
            ))}
          </WordForm>
        </li>
      ))}
    </ul>
  )
}
