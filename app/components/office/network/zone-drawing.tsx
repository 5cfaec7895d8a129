import { type MouseEvent, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import type { Place } from '#app/domain/delivery/distance.ts'
import { areaPath, type MapProjection, placesOf } from '#app/domain/delivery/schematic-map.ts'
import type { Ring } from '#app/domain/delivery/zone.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { type MappedZone, NetworkGround, networkProjection } from './network-map.tsx'

type Corner = readonly [lon: number, lat: number]
const snapWithin = 8
const cornerSize = 7

/** A zone's border as lines of a form and as a drawing: either may be used, the lines are what is sent. */
export function ZoneDrawing({
  corners,
  neighbours,
  hubs,
  error,
}: {
  corners: string
  neighbours: readonly MappedZone[]
  hubs: readonly Place[]
  error: string | undefined
}) {
  const t = useMessages(networkMessages)
  const [steps, setSteps] = useState([corners])
  const text = steps.at(-1) ?? ''
  const ring = readRing(text)
  const [start] = useState(ring)
  const projection = networkProjection([...neighbours, { polygon: start }], hubs)
  const change = (next: Ring) => setSteps([...steps.slice(-49), next.map(([lon, lat]) => `${lon}, ${lat}`).join('\n')])
  const bend = (event: MouseEvent<HTMLButtonElement>) => {
    if (event.detail === 0) return // by the keyboard: there is no place
    const box = event.currentTarget.getBoundingClientRect()
    const scale = projection.width / box.width
    const spot = { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }
    const hit = ring.findIndex(([lon, lat]) => isWithin(projection.project({ lon, lat }), spot, cornerSize + 2))
    if (hit >= 0) change(ring.filter((_, other) => other !== hit))
    else change(insertCorner(ring, snapped(spot, neighbours, projection), projection))
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
      <div className="flex flex-col gap-2">
        <p className="font-semibold">{t.drawing}</p>
        <p className="text-sm text-ink-2">{t.drawingHint}</p>
        <button
          type="button"
          onClick={bend}
          aria-label={t.drawing}
          className="w-full cursor-crosshair rounded-md border border-rule bg-paper"
        >
          <svg viewBox={`0 0 ${projection.width} ${projection.height}`} aria-hidden="true" className="block w-full">
            <NetworkGround zones={neighbours} projection={projection} />
            {ring.length > 1 ? (
              <path d={areaPath([ring], projection)} className="fill-rape-tint stroke-pepper" fillOpacity={0.6} strokeWidth={2} />
            ) : null}
            {ring.map(([lon, lat]) => {
              const { x, y } = projection.project({ lon, lat })
              return <circle key={`${lon} ${lat}`} cx={x} cy={y} r={cornerSize} className="fill-paper stroke-pepper" strokeWidth={2} />
            })}
          </svg>
        </button>
        <Button type="button" look="plain" className="self-start" disabled={steps.length < 2} onClick={() => setSteps(steps.slice(0, -1))}>
          {t.undo}
        </Button>
      </div>
      <TextField
        label={t.corners}
        name="corners"
        rows={14}
        hint={t.cornersHint}
        error={error}
        value={text}
        onChange={(event) => setSteps([...steps.slice(-49), event.currentTarget.value])}
        className="font-mono text-sm"
      />
    </div>
  )
}

const readRing = (text: string): Corner[] =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/[\s,]+/)
        .map(Number),
    )
    .flatMap(([lon, lat]) => (Number.isFinite(lon) && Number.isFinite(lat) ? [[lon, lat] as Corner] : []))

const isWithin = (a: { x: number; y: number }, b: { x: number; y: number }, reach: number) => Math.hypot(a.x - b.x, a.y - b.y) <= reach

/** A neighbour's corner close by, or the spot itself to five decimals (a metre). */
function snapped(spot: { x: number; y: number }, neighbours: readonly MappedZone[], projection: MapProjection): Corner {
  const known = neighbours
    .flatMap(({ polygon }) => polygon)
    .map((corner) => ({ corner, ...projection.project({ lon: corner[0], lat: corner[1] }) }))
  const near = known.find((other) => isWithin(other, spot, snapWithin))
  return near ? near.corner : placeAt(spot, projection)
}

/** The projection is linear: two places tell how a unit of the drawing is in degrees. */
function placeAt({ x, y }: { x: number; y: number }, projection: MapProjection): Corner {
  const [a, b] = [projection.project({ lat: 30, lon: 103 }), projection.project({ lat: 31, lon: 105 })]
  const lon = 103 + ((x - a.x) / (b.x - a.x)) * 2
  const lat = 30 + (y - a.y) / (b.y - a.y)
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
}

/** Into the side it is nearest to, so that a border is bent where it is clicked. */
function insertCorner(ring: Ring, corner: Corner, projection: MapProjection): Ring {
  if (ring.length < 3) return [...ring, corner]
  const spots = placesOf([...ring, corner]).map(projection.project)
  const added = spots.at(-1)!
  const detours = ring.map((_, index) => {
    const [from, to] = [spots[index]!, spots[(index + 1) % ring.length]!]
    return (
      Math.hypot(from.x - added.x, from.y - added.y) + Math.hypot(to.x - added.x, to.y - added.y) - Math.hypot(from.x - to.x, from.y - to.y)
    )
  })
  const after = detours.indexOf(Math.min(...detours))
  return [...ring.slice(0, after + 1), corner, ...ring.slice(after + 1)]
}
