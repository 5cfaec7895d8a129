import { Button } from '#app/components/ui/button.tsx'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

export type Fleet = {
  vehicles: readonly { id: string; nameZh: string; nameEn: string }[]
  drivers: readonly { id: string; name: string }[]
}

const choice = 'min-h-11 max-w-full rounded-sm border border-control bg-paper px-2 text-base font-normal'

/** A whole run to another vehicle, another driver, or both; without a driver, to whoever is on duty with the vehicle. */
export function PlanHandOver({ vehicleId, vehicles, drivers }: Fleet & { vehicleId: string }) {
  const t = useMessages(dispatchMessages)
  const pick = usePick()
  return (
    <div className="flex flex-wrap items-end gap-2 border-t border-rule pt-3">
      <label className="flex max-w-full flex-col text-sm font-semibold">
        {t.handOver}
        <select name="vehicleId" defaultValue={vehicleId} className={choice}>
          {vehicles.map(({ id, nameZh, nameEn }) => (
            <option key={id} value={id}>
              {pick(nameZh, nameEn)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex max-w-full flex-col text-sm font-semibold">
        {t.drivenBy}
        <select name="driverId" defaultValue="" className={choice}>
          <option value="">{t.onDuty}</option>
          {drivers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button look="plain" name="intent" value="hand_over">
        {t.handOverDo}
      </Button>
    </div>
  )
}
