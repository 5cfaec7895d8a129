import { type DragEvent, useState } from 'react'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatClock } from '#app/i18n/format.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { draggedStop, dragStop, isStop } from './drag-stop.ts'

export type PlannedStopOnPage = {
  id: string
  code: string
  kind: 'door' | 'pickup'
  position: number | null
  arrivesAt: Date | null
  addressZh: string
  addressEn: string
  weightG: number
  cratesAmbient: number
  cratesChilled: number
  cratesFrozen: number
  lockedVehicleId: string | null
  lockedPosition: boolean
  status: 'planned' | 'delivered' | 'failed'
}
export type Breach = { cause: 'late' | 'past_shift' | 'over_capacity' | 'wrong_vehicle'; id: string; byS: number }

const tones = { delivered: 'done', failed: 'bad' } as const
const small =
  'inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm border border-control bg-paper font-semibold disabled:opacity-40'

type Props = {
  stop: PlannedStopOnPage
  breaches: readonly Breach[]
  /** null where the order is not the office's to change */
  steps: { isFirst: boolean; isLast: boolean } | null
  /** a stop was let go on this one */
  onDropped?: (dropId: string) => void
}

/** One stop of the plan: chosen by a tick, moved by buttons or dragged; what it breaks stands beside it in words. */
export function PlanStop({ stop, breaches, steps, onDropped }: Props) {
  const t = useMessages(dispatchMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const isOpen = stop.status === 'planned'
  const [isOver, setIsOver] = useState(false)
  const takes = {
    draggable: isOpen && onDropped !== undefined,
    onDragStart: (event: DragEvent) => dragStop(event.dataTransfer, stop.id),
    onDragOver: (event: DragEvent) => {
      if (!onDropped || !isStop(event.dataTransfer)) return
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      event.stopPropagation()
      setIsOver(false)
      const dropped = draggedStop(event.dataTransfer)
      if (dropped) onDropped?.(dropped)
    },
  }
  return (
    <li
      {...takes}
      className={`grid grid-cols-[2.75rem_1fr_auto] items-center gap-x-2 border-t py-1 text-sm ${isOver ? 'border-t-4 border-indigo' : 'border-rule'} ${takes.draggable ? 'cursor-grab' : ''}`}
    >
      <label className="flex min-h-11 items-center gap-1">
        <input type="checkbox" name="drop" value={stop.id} disabled={!isOpen} aria-label={t.choose(stop.code)} className="size-5" />
        <span className="font-semibold">{stop.position ?? ''}</span>
      </label>
      <span>
        <span className="font-semibold">{stop.code}</span> · {pick(stop.addressZh, stop.addressEn)} ·{' '}
        {d.crates(stop.cratesAmbient + stop.cratesChilled + stop.cratesFrozen)}
        {stop.arrivesAt ? ` · ${formatClock(stop.arrivesAt)}` : ''}
        {stop.lockedVehicleId ? <span className="block text-indigo">🔒 {stop.lockedPosition ? t.pinned : t.locked}</span> : null}
        {stop.status === 'planned' ? null : (
          <span className="block">
            <StatusMark tone={tones[stop.status]}>{d[`drop_${stop.status}`]}</StatusMark>
          </span>
        )}
        {breaches.map((breach) => (
          <span key={breach.cause} className="block font-semibold text-pepper">
            ⚠ {breach.cause === 'late' ? t.late(Math.ceil(breach.byS / 60)) : null}
          </span>
        ))}
      </span>
      {steps && isOpen ? (
        <span className="flex gap-1">
          <button
            type="submit"
            className={small}
            name="intent"
            value={`earlier ${stop.id}`}
            disabled={steps.isFirst}
            aria-label={t.earlier(stop.code)}
          >
            ↑
          </button>
          <button
            type="submit"
            className={small}
            name="intent"
            value={`later ${stop.id}`}
            disabled={steps.isLast}
            aria-label={t.later(stop.code)}
          >
            ↓
          </button>
        </span>
      ) : null}
    </li>
  )
}
