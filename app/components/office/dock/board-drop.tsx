import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { DockParcel, BoardDrop as Drop } from '#app/domain/delivery/merge-board.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { StepButtons } from './step-buttons.tsx'

export type BoardParcel = DockParcel & {
  alias: string
  farmZh: string
  farmEn: string
  dropCode: string | null
  position: number | null
  runPosition: number | null
}

const stateTones = { complete: 'done', waiting: 'waiting', missing: 'bad' } as const
const placeTones = { awaited: 'waiting', here: 'moving', merged: 'done', missing: 'bad', gone: 'done' } as const

/** One drop on the merge board: what of it is here, what from whom is not, and a button for the next thing to say of each. */
export function BoardDrop({ drop, scanId }: { drop: Drop<BoardParcel>; scanId: string }) {
  const t = useMessages(dockMessages)
  const first = drop.parcels[0]
  const title = first?.dropCode ? t.dropOf(first.dropCode) : t.noDropYet
  return (
    <li className="flex flex-col gap-2 rounded-md border border-rule bg-paper px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-sans text-xl font-bold">{title}</h3>
        <StatusMark tone={stateTones[drop.state]}>{t[`state_${drop.state}`]}</StatusMark>
      </div>
      <p className="text-sm text-ink-2">
        {t.presentOf(drop.present, drop.parcels.length)}
        {first?.runPosition && first.position ? ` · ${t.runOf(first.runPosition, first.position)}` : ''}
      </p>
      <ul className="flex flex-col">
        {drop.parcels.map((parcel) => (
          <Parcel key={parcel.id} parcel={parcel} scanId={scanId} />
        ))}
      </ul>
    </li>
  )
}

const nextSteps = {
  awaited: ['merged', 'missing'],
  here: ['merged', 'missing'],
  merged: ['missing'],
  missing: ['found'],
  gone: [],
} as const

function Parcel({ parcel, scanId }: { parcel: Drop<BoardParcel>['parcels'][number]; scanId: string }) {
  const t = useMessages(dockMessages)
  const pick = usePick()
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-rule py-2">
      <b className="text-lg">{parcel.alias}</b>
      <span>{pick(parcel.farmZh, parcel.farmEn)}</span>
      <StatusMark tone={placeTones[parcel.place]}>{t[`place_${parcel.place}`]}</StatusMark>
      {nextSteps[parcel.place].length > 0 ? <StepButtons parcel={parcel} steps={nextSteps[parcel.place]} scanId={scanId} /> : null}
    </li>
  )
}
