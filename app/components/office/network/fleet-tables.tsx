import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'
import { sayDays } from './network-fields.tsx'

type Named = { id: string; nameZh: string; nameEn: string }
export type VehicleKind = 'trike' | 'van' | 'cold_van' | 'truck'
export type FleetVehicleRow = Named & {
  hubId: string
  endHubId: string | null
  driverId: string
  carrierId: string
  kind: VehicleKind
  status: 'open' | 'closed'
  version: number
  capacityKg: number
  cratesAmbient: number
  cratesChilled: number
  cratesFrozen: number
}
export type FleetShown = {
  hubs: readonly (Named & { status: 'open' | 'closed' })[]
  vehicles: readonly FleetVehicleRow[]
  drivers: readonly { id: string; name: string; phone: string; carrierId: string }[]
  carriers: readonly (Named & { kind: 'own' | 'firm'; phone: string })[]
  shifts: readonly { id: string; vehicleId: string; driverId: string; weekdays: readonly number[]; fromTime: string; untilTime: string }[]
  absences: readonly { id: string; vehicleId: string | null; driverId: string | null; on: string; reason: string }[]
  tariffs: readonly {
    id: string
    carrierId: string
    vehicleKind: VehicleKind
    fromOn: string
    costPerRunFen: number
    costPerKmFen: number
    costPerHourFen: number
  }[]
}

/** Who drives what when, who is away, and what carriers charge. */
export function FleetTables({ fleet }: { fleet: FleetShown }) {
  const t = useMessages(networkMessages)
  const name = useFleetNames(fleet)
  return (
    <>
      <Panel id="shifts" title={t.shifts}>
        {fleet.shifts.length === 0 ? <Empty>{t.noShifts}</Empty> : null}
        <DataTable
          caption={t.shifts}
          rows={fleet.shifts}
          rowKey={({ id }) => id}
          columns={[
            { key: 'vehicle', title: t.vehicle, cell: ({ vehicleId }) => name(vehicleId) },
            { key: 'driver', title: t.driver, cell: ({ driverId }) => name(driverId) },
            { key: 'days', title: t.days, cell: ({ weekdays }) => sayDays(weekdays, t) },
            { key: 'time', title: t.fromTime, cell: ({ fromTime, untilTime }) => `${fromTime}–${untilTime}` },
            { key: 'end', title: t.action, cell: ({ id, vehicleId }) => <RemoveButton name="endShift" id={id} of={name(vehicleId)} /> },
          ]}
        />
      </Panel>
      <Panel id="absences" title={t.absences}>
        {fleet.absences.length === 0 ? (
          <Empty>{t.noAbsences}</Empty>
        ) : (
          <DataTable
            caption={t.absences}
            rows={fleet.absences}
            rowKey={({ id }) => id}
            columns={[
              { key: 'on', title: t.on, cell: ({ on }) => on },
              { key: 'who', title: t.who, cell: ({ vehicleId, driverId }) => name(vehicleId ?? driverId ?? '') },
              { key: 'reason', title: t.reason, cell: ({ reason }) => reason },
              { key: 'end', title: t.action, cell: ({ id, on }) => <RemoveButton name="endAbsence" id={id} of={on} /> },
            ]}
          />
        )}
      </Panel>
      <Panel id="tariffs" title={t.tariffs}>
        {fleet.tariffs.length === 0 ? (
          <Empty>{t.noTariffs}</Empty>
        ) : (
          <DataTable
            caption={t.tariffs}
            rows={fleet.tariffs}
            rowKey={({ id }) => id}
            columns={[
              { key: 'carrier', title: t.carrier, cell: ({ carrierId }) => name(carrierId) },
              { key: 'kind', title: t.vehicleKind, cell: ({ vehicleKind }) => t[vehicleKind] },
              { key: 'from', title: t.fromOn, cell: ({ fromOn }) => fromOn },
              { key: 'run', title: t.perRun, numeric: true, cell: ({ costPerRunFen }) => formatFen(costPerRunFen) },
              { key: 'km', title: t.perKm, numeric: true, cell: ({ costPerKmFen }) => formatFen(costPerKmFen) },
              { key: 'hour', title: t.perHour, numeric: true, cell: ({ costPerHourFen }) => formatFen(costPerHourFen) },
            ]}
          />
        )}
      </Panel>
    </>
  )
}

/** What a vehicle, driver or carrier is called. */
export function useFleetNames({ vehicles, carriers, drivers }: Pick<FleetShown, 'vehicles' | 'carriers' | 'drivers'>) {
  const pick = usePick()
  const names = new Map([
    ...[...vehicles, ...carriers].map(({ id, nameZh, nameEn }) => [id, pick(nameZh, nameEn)] as const),
    ...drivers.map(({ id, name }) => [id, name] as const),
  ])
  return (id: string) => names.get(id) ?? id
}

function RemoveButton({ name, id, of }: { name: string; id: string; of: string }) {
  const t = useMessages(networkMessages)
  return (
    <Form method="post">
      <Button look="danger" name={name} value={id}>
        {t.remove}
        <span className="sr-only"> {of}</span>
      </Button>
    </Form>
  )
}
