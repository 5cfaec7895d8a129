import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { FleetForms } from '#app/components/office/network/fleet-forms.tsx'
import { FleetTables } from '#app/components/office/network/fleet-tables.tsx'
import { NetworkPageHead } from '#app/components/office/network/network-page-head.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import type { NetworkProblems } from '#app/domain/delivery/network-problems.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { AbsenceForm, CarrierForm, DriverForm, readNetworkForm, ShiftForm, TariffForm, VehicleForm } from '#app/schemas/network.ts'
import { type FleetChange, type FleetRefusal, saveFleet } from '#app/services/network/save-fleet.server.ts'
import * as desk from '#db/queries/network/network-desk.server.ts'
import { noteOf, refusedForm } from './answer-form.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => networkMessages[locale].fleet)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const today = businessDay(now())
  const [hubs, vehicles, drivers, carriers, shifts, absences, tariffs] = await Promise.all([
    desk.findHubs(reader),
    desk.findAllVehicles(reader),
    desk.findDrivers(reader),
    desk.findCarriers(reader),
    desk.findShifts(reader),
    desk.findAbsencesFrom(reader, today),
    desk.findTariffs(reader),
  ])
  return { fleet: { hubs, vehicles, drivers, carriers, shifts, absences, tariffs }, today, done: noteOf(request) }
}

type ReadChange = { ok: true; value: FleetChange } | { ok: false; problems: NetworkProblems }

const read = <Schema extends z.ZodType>(
  typed: Record<string, string>,
  schema: Schema,
  change: (value: z.output<Schema>) => FleetChange,
): ReadChange => {
  const parsed = readNetworkForm(typed, schema)
  return parsed.ok ? { ok: true, value: change(parsed.value) } : parsed
}

/** Which form of the page was sent, as a change of the fleet. */
function readChange(typed: Record<string, string>): ReadChange {
  if (typed.endShift !== undefined) return { ok: true, value: { kind: 'end_shift', id: typed.endShift } }
  if (typed.endAbsence !== undefined) return { ok: true, value: { kind: 'end_absence', id: typed.endAbsence } }
  if (typed.form === 'shift') return read(typed, ShiftForm, (shift) => ({ kind: 'shift', shift }))
  if (typed.form === 'carrier') return read(typed, CarrierForm, (carrier) => ({ kind: 'carrier', carrier }))
  if (typed.form === 'driver') return read(typed, DriverForm, (driver) => ({ kind: 'driver', driver }))
  if (typed.form === 'tariff') {
    return read(typed, TariffForm, ({ perRun, perKm, perHour, ...tariff }) => ({
      kind: 'tariff',
      tariff: { ...tariff, costPerRunFen: perRun, costPerKmFen: perKm, costPerHourFen: perHour },
    }))
  }
  if (typed.form === 'absence') {
    return read(typed, AbsenceForm, ({ who, on, reason }) => {
      const [kind, id = ''] = who.split(':')
      return { kind: 'absence', vehicleId: kind === 'vehicle' ? id : null, driverId: kind === 'driver' ? id : null, on, reason }
    })
  }
  if (typed.form === 'new_vehicle') return read(typed, VehicleForm, ({ version: _, ...vehicle }) => ({ kind: 'new_vehicle', vehicle }))
  return read(typed, VehicleForm, ({ version, ...vehicle }) => ({ kind: 'vehicle', vehicleId: typed.vehicleId ?? '', version, vehicle }))
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const typed = typedIn(await request.formData())
  const form = typed.form === 'vehicle' ? `vehicle-${typed.vehicleId}` : (typed.form ?? '')
  const change = readChange(typed)
  if (!change.ok) return refusedForm<FleetRefusal['code']>({ typed, problems: change.problems, form })
  const answer = await saveFleet(db(), { change: change.value, userId, now: now() })
  return answer.ok ? redirect('/alliance/network/fleet?done=saved') : refusedForm({ typed, refused: answer.refusal.code, form })
}

export default function Fleet() {
  const { fleet, today, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(networkMessages)
  return (
    <>
      <NetworkPageHead
        title={t.fleet}
        lead={t.fleetLead}
        answer={answer ? { version: answer.version, refusal: answer.refused ? t[answer.refused] : null } : null}
        done={done && t[done]}
      />
      <FleetTables fleet={fleet} />
      <FleetForms fleet={fleet} today={today} answer={answer ?? null} />
    </>
  )
}
