import { ringRoads, rivers } from '#app/domain/delivery/chengdu-outline.ts'
import type { Place } from '#app/domain/delivery/distance.ts'
import { placeLabels } from '#app/domain/delivery/place-labels.ts'
import { areaPath, boundsOf, linePath, type MapProjection, placesOf, projectionFor } from '#app/domain/delivery/schematic-map.ts'
import type { Ring } from '#app/domain/delivery/zone.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

export type MappedZone = { id: string; nameZh: string; nameEn: string; polygon: Ring; status: 'open' | 'closed' }
const width = 480
/** Eleven pixels on the narrowest telephone. */
const LABEL_SIZE = 17
const MARK_SIZE = 16

/** A map that holds every zone, hub and pick-up point. */
export const networkProjection = (zones: readonly { polygon: Ring }[], places: readonly Place[]) =>
  projectionFor(boundsOf([...places, ...placesOf(ringRoads.at(-1)!.line), ...zones.flatMap(({ polygon }) => placesOf(polygon))])!, {
    width,
    padding: 16,
  })

/** Zones, hubs and pick-up points over the drawn outline of the city; closed zones are only dotted. */
export function NetworkMap({ zones, hubs, points }: { zones: readonly MappedZone[]; hubs: readonly Place[]; points: readonly Place[] }) {
  const t = useMessages(networkMessages)
  const pick = usePick()
  const projection = networkProjection(zones, [...hubs, ...points])
  const names = zones.map(({ nameZh, nameEn }) =>
    pick(nameZh, nameEn)
      .split(/[(\uff08]/)[0]!
      .trim(),
  )
  const marks = [...points, ...hubs].map((place) => ({ ...projection.project(place), width: MARK_SIZE, height: MARK_SIZE }))
  const labels = placeLabels(
    zones.map(({ polygon }, index) => labelled(polygon, names[index]!, projection)),
    marks,
  )
  return (
    <svg viewBox={`0 0 ${width} ${projection.height}`} role="img" aria-label={t.map} className="w-full max-w-2xl bg-paper">
      <NetworkGround zones={zones} projection={projection} />
      {zones.map((zone, index) => (
        <text
          key={zone.id}
          x={labels[index]?.x}
          y={labels[index]?.y}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={LABEL_SIZE}
          className="fill-ink font-semibold"
        >
          {names[index]}
        </text>
      ))}
      {points.map((point) => {
        const { x, y } = projection.project(point)
        return <circle key={`${x} ${y}`} cx={x} cy={y} r={4} className="fill-paper stroke-indigo" strokeWidth={2} />
      })}
      {hubs.map((hub) => {
        const { x, y } = projection.project(hub)
        return <path key={`${x} ${y}`} d={`M${x - 9} ${y + 8}v-9l9-8l9 8v9z`} className="fill-rape stroke-on-rape" strokeWidth={2} />
      })}
    </svg>
  )
}

export function NetworkGround({ zones, projection }: { zones: readonly MappedZone[]; projection: MapProjection }) {
  return (
    <>
      {zones.map(({ id, polygon, status }) => (
        <path
          key={id}
          d={areaPath([polygon], projection)}
          className={status === 'open' ? 'fill-leaf-tint stroke-control' : 'fill-none stroke-control'}
          strokeDasharray={status === 'open' ? undefined : '2 4'}
        />
      ))}
      <g fill="none">
        {rivers.map(({ key, line }) => (
          <path key={key} d={linePath(placesOf(line), projection)} className="stroke-indigo-tint" strokeWidth={4} />
        ))}
        {ringRoads.map(({ key, line }) => (
          <path key={key} d={linePath(placesOf(line), projection)} className="stroke-rule" strokeWidth={1.5} />
        ))}
      </g>
    </>
  )
}

const labelled = (polygon: Ring, name: string, projection: MapProjection) => ({
  corners: placesOf(polygon).map(projection.project),
  width: [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? LABEL_SIZE : 0.6 * LABEL_SIZE), LABEL_SIZE / 2),
  height: LABEL_SIZE * 1.4,
})
