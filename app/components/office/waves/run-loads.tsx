import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { DrawnBar } from '../drawn-bar.tsx'

type Crates = { cratesAmbient: number; cratesChilled: number; cratesFrozen: number }
const kilograms = (grams: number) => `${Math.round(grams / 100) / 10} kg`

/** How full a run's vehicle is, by weight and in each class: a bar and the figures. */
export function RunLoads({
  capacity,
  stops,
}: {
  capacity: Crates & { capacityKg: number }
  stops: readonly (Crates & { weightG: number })[]
}) {
  const t = useMessages(allianceMessages)
  const d = useMessages(deliveryMessages)
  const total = (unit: 'weightG' | keyof Crates) => stops.reduce((sum, stop) => sum + stop[unit], 0)
  const classes = [
    [d.ambient, 'cratesAmbient'],
    [d.chilled, 'cratesChilled'],
    [d.frozen, 'cratesFrozen'],
  ] as const
  const loads = [
    {
      label: t.weight,
      used: total('weightG') / 1000,
      room: capacity.capacityKg,
      text: t.loadOf(kilograms(total('weightG')), `${capacity.capacityKg} kg`),
    },
    ...classes.map(([label, unit]) => ({
      label,
      used: total(unit),
      room: capacity[unit],
      text: t.loadOf(String(total(unit)), d.crates(capacity[unit])),
    })),
  ]
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[repeat(auto-fit,minmax(min(22rem,100%),1fr))]">
      {loads.map(({ label, used, room, text }) => (
        <div key={label} className="grid grid-cols-[4.5rem_1fr_auto] items-center gap-2 text-sm">
          <dt>{label}</dt>
          <dd>
            <DrawnBar part={room === 0 ? 0 : used / room} tone={used > room ? 'pepper' : 'leaf'} />
          </dd>
          <dd className="text-right sm:whitespace-nowrap">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
