type Parcel = { id: string; alias: string }

/** Consignments to tick, by alias; all are ticked to begin with, or those that were when the form was refused. */
export function ParcelTicks({ legend, parcels, ticked }: { legend: string; parcels: readonly Parcel[]; ticked: readonly string[] | null }) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-x-4">
        {parcels.map(({ id, alias }) => (
          <label key={id} className="flex min-h-11 items-center gap-2 font-bold">
            <input
              type="checkbox"
              name="parcel"
              value={id}
              defaultChecked={ticked === null || ticked.includes(id)}
              className="size-5 accent-leaf"
            />
            {alias}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
