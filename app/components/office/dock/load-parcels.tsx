import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { StepButtons } from './step-buttons.tsx'

type Parcel = {
  id: string
  alias: string
  farmZh: string
  farmEn: string
  dropCode: string | null
  isMissing: boolean
  isLoaded: boolean
}

/** What goes into a van, in the order it goes in, each with the one or two things to say of it. */
export function LoadParcels({ parcels, scanId }: { parcels: readonly Parcel[]; scanId: string }) {
  const t = useMessages(dockMessages)
  const pick = usePick()
  return (
    <ol className="rounded-md border border-rule bg-paper">
      {parcels.map((parcel) => {
        const steps = parcel.isMissing ? (['found'] as const) : parcel.isLoaded ? (['missing'] as const) : (['loaded', 'missing'] as const)
        return (
          <li key={parcel.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule px-4 py-2 last:border-b-0">
            <b className="text-lg">{parcel.alias}</b>
            <span>{parcel.dropCode === null ? t.noDropYet : t.dropOf(parcel.dropCode)}</span>
            <span className="text-ink-2">{pick(parcel.farmZh, parcel.farmEn)}</span>
            {parcel.isMissing ? <StatusMark tone="bad">{t.place_missing}</StatusMark> : null}
            {parcel.isLoaded ? <StatusMark tone="done">{t.isLoaded}</StatusMark> : null}
            <StepButtons parcel={parcel} steps={steps} scanId={scanId} />
          </li>
        )
      })}
    </ol>
  )
}
