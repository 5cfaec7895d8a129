import { ringRoads, rivers } from '#app/domain/delivery/chengdu-outline.ts'
import type { Place } from '#app/domain/delivery/distance.ts'
import { boundsOf, linePath, placesOf, projectionFor } from '#app/domain/delivery/schematic-map.ts'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const width = 480

/** Where a farm lies, seen from the hub and the city's ring roads; drawn, no survey. */
export function FarmMap({ farm, hub, name }: { farm: Place; hub: Place; name: string }) {
  const t = useMessages(brandMessages)
  const outer = placesOf(ringRoads.at(-1)?.line ?? [])
  const projection = projectionFor(boundsOf([farm, hub, ...outer])!, { width, padding: 28 })
  const [at, from] = [projection.project(farm), projection.project(hub)]
  return (
    <svg
      viewBox={`0 0 ${width} ${projection.height}`}
      role="img"
      aria-label={t.mapLabel(name)}
      className="h-auto max-h-96 w-full max-w-xl rounded-md border-2 border-ink bg-paper"
    >
      <g fill="none">
        {rivers.map(({ key, line }) => (
          <path key={key} d={linePath(placesOf(line), projection)} className="stroke-indigo-tint" strokeWidth={4} />
        ))}
        {ringRoads.map(({ key, line }) => (
          <path key={key} d={linePath(placesOf(line), projection)} className="stroke-rule" strokeWidth={1.5} />
        ))}
        <path d={`M${from.x} ${from.y}L${at.x} ${at.y}`} className="stroke-control" strokeWidth={2} strokeDasharray="4 5" />
      </g>
      <path d={`M${from.x - 9} ${from.y + 8}v-9l9-8l9 8v9z`} className="fill-rape stroke-on-rape" strokeWidth={2} />
      <circle cx={at.x} cy={at.y} r={9} className="farm-fill stroke-ink" strokeWidth={2} />
    </svg>
  )
}
