import { ringRoads, rivers } from '#app/domain/delivery/chengdu-outline.ts'
import type { Place } from '#app/domain/delivery/distance.ts'
import { type MapView, viewBoxOf, wholeMap } from '#app/domain/delivery/map-view.ts'
import { markStops } from '#app/domain/delivery/mark-stops.ts'
import { areaPath, boundsOf, linePath, type MapProjection, placesOf, projectionFor } from '#app/domain/delivery/schematic-map.ts'
import type { Ring } from '#app/domain/delivery/zone.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { lookOfRun } from './run-looks.ts'

type Stop = Place & { position: number }
export type MappedRun = { number: number; stops: readonly Stop[] }

const width = 360
const markHeight = 18
const middle = ringRoads[1]!

export type WaveMapProps = {
  hub: Place
  zone: Ring
  runs: readonly MappedRun[]
  unserved: readonly Place[]
  view?: MapView
}

/** A wave's runs over a drawn outline of Chengdu: the hub, the zone, each run's way and the order of its stops. */
export function WaveMap({ hub, zone, runs, unserved, view = wholeMap }: WaveMapProps) {
  const t = useMessages(allianceMessages)
  const places = [hub, ...placesOf(middle.line), ...unserved, ...runs.flatMap(({ stops }) => stops)]
  const projection = projectionFor(boundsOf(places)!, { width, padding: 26 })
  const stops = runs.flatMap((run) => run.stops.map((stop) => ({ run: run.number, position: stop.position, ...projection.project(stop) })))
  const at = projection.project(hub)
  const scale = Math.sqrt(view.zoom)
  return (
    <svg viewBox={viewBoxOf(projection, view)} role="img" aria-label={t.map} className="w-full max-w-xl bg-paper">
      {zone.length > 0 ? (
        <path d={areaPath([zone], projection)} fillRule="evenodd" className="fill-leaf-tint stroke-control" strokeDasharray="4 3" />
      ) : null}
      <CityOutline projection={projection} away={[at, ...stops]} />
      {runs.map(({ number, stops: visited }) => {
        const look = lookOfRun(number)
        return (
          <path
            key={number}
            d={linePath([hub, ...visited, hub], projection)}
            className={look.stroke}
            fill="none"
            strokeWidth={2.5}
            strokeLinejoin="round"
            strokeDasharray={look.dash}
          />
        )
      })}
      {unserved.map((place) => {
        const { x, y } = projection.project(place)
        return <path key={`${x} ${y}`} d={`M${x - 5} ${y - 5}l10 10m0-10l-10 10`} className="stroke-pepper" strokeWidth={3} />
      })}
      <path d={`M${at.x - 11} ${at.y + 9}v-11l11-9l11 9v11z`} className="fill-rape stroke-on-rape" strokeWidth={2} />
      {runs.map(({ number, stops: visited }) =>
        visited[0] ? <RunBadge key={number} number={number} from={at} to={projection.project(visited[0])} /> : null,
      )}
      {markStops(stops, (markHeight + 2) / scale).map((mark) => {
        const look = lookOfRun(mark.run)
        const markWidth = Math.max(markHeight, 8 + 7 * mark.label.length)
        return (
          <g
            key={`${mark.run}-${mark.label}`}
            transform={scale === 1 ? undefined : `translate(${mark.x} ${mark.y}) scale(${1 / scale}) translate(${-mark.x} ${-mark.y})`}
          >
            <rect
              x={mark.x - markWidth / 2}
              y={mark.y - markHeight / 2}
              width={markWidth}
              height={markHeight}
              rx={look.corner}
              className={`fill-paper ${look.stroke}`}
              strokeWidth={2}
            />
            <text x={mark.x} y={mark.y + 4.5} textAnchor="middle" className="fill-ink text-[13px] font-semibold">
              {mark.label}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** The run's number in a disc, a third of the way to its first stop. */
function RunBadge({ number, from, to }: { number: number; from: { x: number; y: number }; to: { x: number; y: number } }) {
  const x = from.x + (to.x - from.x) / 3
  const y = from.y + (to.y - from.y) / 3
  return (
    <g>
      <circle cx={x} cy={y} r={10} className={`fill-rape ${lookOfRun(number).stroke}`} strokeWidth={2} />
      <text x={x} y={y + 4.5} textAnchor="middle" className="fill-on-rape text-[13px] font-bold">
        {number}
      </text>
    </g>
  )
}

/** Ring roads and rivers, for orientation; each ring is named where it is farthest from every stop. */
function CityOutline({ projection, away }: { projection: MapProjection; away: readonly Spot[] }) {
  const pick = usePick()
  const labels = placeLabels(projection, away)
  return (
    <g fill="none">
      {rivers.map(({ key, line }) => (
        <path key={key} d={linePath(placesOf(line), projection)} className="stroke-indigo-tint" strokeWidth={5} />
      ))}
      {ringRoads.map(({ key, name, line }) => {
        const label = labels.get(key)
        return (
          <g key={key}>
            <path d={linePath(placesOf(line), projection)} className="stroke-rule" strokeWidth={1.5} />
            {label ? (
              <text x={label.x} y={label.y} textAnchor="middle" className="fill-ink-2 text-[11px]">
                {pick(name.zh, name.en)}
              </text>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

type Spot = { x: number; y: number }
const labelRoom = 30

/** Where each ring's name stands: the spot of the ring with most room about it, none where there is too little anywhere. */
function placeLabels(projection: MapProjection, away: readonly Spot[]): Map<string, Spot> {
  const labels = new Map<string, Spot>()
  for (const { key, line } of ringRoads.toReversed()) {
    const taken = [...away, ...labels.values()]
    const room = (spot: Spot) => Math.min(...taken.map((other) => Math.hypot(other.x - spot.x, other.y - spot.y)))
    const inside = placesOf(line)
      .map(projection.project)
      .filter(({ x, y }) => x > 40 && x < projection.width - 40 && y > 14 && y < projection.height - 8)
    const [best] = inside.sort((a, b) => room(b) - room(a))
    if (best && room(best) > labelRoom) labels.set(key, best)
  }
  return labels
}
