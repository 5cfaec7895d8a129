import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import type { NetworkProblems } from '#app/domain/delivery/network-problems.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'
import { type FleetShown, useFleetNames } from './fleet-tables.tsx'
import { type FieldName, HubOptions, NetworkChoice, NetworkFields, OpenChoice, type Typed, WeekdayBoxes } from './network-fields.tsx'

type Answer = { form: string; typed: Typed; problems: NetworkProblems; version: number } | null
type Shown = { fleet: FleetShown; today: string; answer: Answer }
const kinds = ['trike', 'van', 'cold_van', 'truck'] as const

/** Every change of the fleet as a form of its own, folded until it is wanted; the one that was refused stays open. */
export function FleetForms({ fleet, today, answer }: Shown) {
  const t = useMessages(networkMessages)
  const nameOf = useFleetNames(fleet)
  const about = (form: string, usual: Typed) => {
    const said = answer?.form === form ? answer : null
    return { id: form, typed: said?.typed ?? usual, problems: said?.problems ?? {}, isOpen: said !== null }
  }
  const options = (rows: readonly { id: string }[], prefix = '') =>
    rows.map(({ id }) => (
      <option key={id} value={`${prefix}${id}`}>
        {nameOf(id)}
      </option>
    ))
  const kindOptions = kinds.map((kind) => (
    <option key={kind} value={kind}>
      {t[kind]}
    </option>
  ))
  const vehicleFields = (form: ReturnType<typeof about>) => (
    <>
      <NetworkFields {...form} fields={[text('nameZh'), text('nameEn')]} />
      <NetworkChoice {...form} name="hubId" label="hub">
        <HubOptions hubs={fleet.hubs} />
      </NetworkChoice>
      <NetworkChoice {...form} name="endHubId" label="endHub">
        <option value="">{t.endsAtOwnHub}</option>
        <HubOptions hubs={fleet.hubs} />
      </NetworkChoice>
      <NetworkChoice {...form} name="kind" label="vehicleKind">
        {kindOptions}
      </NetworkChoice>
      <NetworkChoice {...form} name="carrierId" label="carrier">
        {options(fleet.carriers)}
      </NetworkChoice>
      <NetworkChoice {...form} name="driverId" label="driver">
        {options(fleet.drivers)}
      </NetworkChoice>
      <NetworkFields {...form} fields={(['capacityKg', 'cratesAmbient', 'cratesChilled', 'cratesFrozen'] as const).map(number)} />
      <OpenChoice {...form} />
    </>
  )
  const newVehicle = about('new_vehicle', { kind: 'van', status: 'open', cratesAmbient: '0', cratesChilled: '0', cratesFrozen: '0' })
  const shift = about('shift', { fromTime: '07:00', untilTime: '19:00' })
  const absence = about('absence', { on: today })
  const tariff = about('tariff', { fromOn: today })
  const carrier = about('carrier', { kind: 'firm' })
  const driver = about('driver', {})
  return (
    <Panel id="vehicles" title={t.vehicles}>
      {fleet.vehicles.map((vehicle) => {
        const asIs = Object.fromEntries(Object.entries(vehicle).map(([name, value]) => [name, String(value ?? '')]))
        const form = about(`vehicle-${vehicle.id}`, asIs)
        const { capacityKg, cratesAmbient, cratesChilled, cratesFrozen } = vehicle
        const room = t.roomOf(capacityKg, cratesAmbient, cratesChilled, cratesFrozen)
        return (
          <Folded
            key={`${vehicle.id} ${vehicle.version}`}
            title={`${nameOf(vehicle.id)} · ${t[vehicle.kind]} · ${room}`}
            isOpen={form.isOpen}
            button={t.save}
          >
            <input type="hidden" name="form" value="vehicle" />
            <input type="hidden" name="vehicleId" value={vehicle.id} />
            <input type="hidden" name="version" value={vehicle.version} />
            {vehicleFields(form)}
          </Folded>
        )
      })}
      <Folded title={t.addVehicle} isOpen={newVehicle.isOpen} button={t.addVehicle}>
        <input type="hidden" name="form" value="new_vehicle" />
        <input type="hidden" name="version" value="0" />
        {vehicleFields(newVehicle)}
      </Folded>
      <Folded title={t.addShift} isOpen={shift.isOpen} button={t.addShift}>
        <input type="hidden" name="form" value="shift" />
        <NetworkChoice {...shift} name="vehicleId" label="vehicle">
          {options(fleet.vehicles)}
        </NetworkChoice>
        <NetworkChoice {...shift} name="driverId" label="driver">
          {options(fleet.drivers)}
        </NetworkChoice>
        <WeekdayBoxes {...shift} />
        <NetworkFields
          {...shift}
          fields={[
            { ...text('fromTime'), type: 'time' },
            { ...text('untilTime'), type: 'time' },
          ]}
        />
      </Folded>
      <Folded title={t.addAbsence} isOpen={absence.isOpen} button={t.addAbsence}>
        <input type="hidden" name="form" value="absence" />
        <NetworkChoice {...absence} name="who" label="who">
          {options(fleet.drivers, 'driver:')}
          {options(fleet.vehicles, 'vehicle:')}
        </NetworkChoice>
        <NetworkFields {...absence} fields={[{ ...text('on'), type: 'date' }, text('reason')]} />
      </Folded>
      <Folded title={t.addTariff} isOpen={tariff.isOpen} button={t.addTariff}>
        <input type="hidden" name="form" value="tariff" />
        <NetworkChoice {...tariff} name="carrierId" label="carrier">
          {options(fleet.carriers)}
        </NetworkChoice>
        <NetworkChoice {...tariff} name="vehicleKind" label="vehicleKind">
          {kindOptions}
        </NetworkChoice>
        <NetworkFields
          {...tariff}
          fields={[{ ...text('fromOn'), type: 'date' }, ...(['perRun', 'perKm', 'perHour'] as const).map(number)]}
        />
      </Folded>
      <Folded title={t.addCarrier} isOpen={carrier.isOpen} button={t.addCarrier}>
        <input type="hidden" name="form" value="carrier" />
        <NetworkFields {...carrier} fields={[text('nameZh'), text('nameEn'), text('phone')]} />
        <NetworkChoice {...carrier} name="kind" label="kind">
          <option value="firm">{t.firm}</option>
          <option value="own">{t.own}</option>
        </NetworkChoice>
      </Folded>
      <Folded title={t.addDriver} isOpen={driver.isOpen} button={t.addDriver}>
        <input type="hidden" name="form" value="driver" />
        <NetworkFields {...driver} fields={[text('name'), text('phone')]} />
        <NetworkChoice {...driver} name="carrierId" label="carrier">
          {options(fleet.carriers)}
        </NetworkChoice>
      </Folded>
    </Panel>
  )
}

const text = <Name extends FieldName>(name: Name) => ({ name, label: name })
const number = <Name extends FieldName>(name: Name) => ({ name, label: name, type: 'number' as const })

function Folded({ title, isOpen, button, children }: { title: string; isOpen: boolean; button: string; children: ReactNode }) {
  return (
    <details open={isOpen} className="rounded-sm border border-rule">
      <summary className="min-h-11 px-3 py-2 font-semibold">{title}</summary>
      <Form method="post" noValidate className="flex flex-col gap-4 border-t border-rule p-3">
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
        <Button className="self-start">{button}</Button>
      </Form>
    </details>
  )
}
