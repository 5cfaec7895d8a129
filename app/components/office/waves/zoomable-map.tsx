import { Link } from '@remix-run/react'
import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { type MapView, movedBy, wholeMap, zoomedBy } from '#app/domain/delivery/map-view.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { WaveMap, type WaveMapProps } from './wave-map.tsx'

const toSearch = ({ zoom, x, y }: MapView) => `?z=${zoom}&x=${x}&y=${y}#map`
const step = 1.6
const quarter = 0.25

/** The map with a closer look: by links that work without JavaScript, and with it by wheel, pinch and dragging. */
export function ZoomableMap({ view: asked, ...map }: Omit<WaveMapProps, 'view'> & { view: MapView }) {
  const t = useMessages(dispatchMessages)
  const [view, setView] = useState(asked)
  const { box, handlers } = useMapGestures(view, setView)
  const to = (next: MapView, sign: string, label: string) => (
    <Link
      to={toSearch(next)}
      preventScrollReset
      onClick={(event: MouseEvent) => {
        event.preventDefault()
        setView(next)
      }}
      aria-label={label}
      className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm border border-control bg-paper font-semibold text-ink no-underline"
    >
      <span aria-hidden="true">{sign}</span>
    </Link>
  )
  return (
    <div className="flex flex-col gap-2">
      <div ref={box} {...handlers} className={`overflow-hidden rounded-sm ${view.zoom > 1 ? 'touch-none' : 'touch-pan-y'}`}>
        <WaveMap {...map} view={view} />
      </div>
      <div className="flex flex-wrap gap-1">
        {to(zoomedBy(view, step), '+', t.zoomIn)}
        {to(zoomedBy(view, 1 / step), '−', t.zoomOut)}
        {to(wholeMap, '▢', t.whole)}
        {to(movedBy(view, -quarter, 0), '←', t.west)}
        {to(movedBy(view, quarter, 0), '→', t.east)}
        {to(movedBy(view, 0, -quarter), '↑', t.north)}
        {to(movedBy(view, 0, quarter), '↓', t.south)}
      </div>
    </div>
  )
}

/** Wheel zooms about the pointer, two fingers pinch, one drags. The whole map neither shrinks nor moves: there the page scrolls. */
function useMapGestures({ zoom }: MapView, setView: (change: (view: MapView) => MapView) => void) {
  const box = useRef<HTMLDivElement>(null)
  const fingers = useRef(new Map<number, { x: number; y: number }>())
  useEffect(() => {
    const element = box.current
    const onWheel = (event: WheelEvent) => {
      if (zoom <= 1 && event.deltaY > 0) return
      event.preventDefault()
      const frame = element?.getBoundingClientRect()
      if (!frame) return
      const [right, down] = [(event.clientX - frame.left) / frame.width - 0.5, (event.clientY - frame.top) / frame.height - 0.5]
      setView((view) => {
        const about = { x: view.x + right / view.zoom, y: view.y + down / view.zoom }
        return zoomedBy(view, Math.exp(-event.deltaY / 400), about)
      })
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [setView, zoom])
  const spread = () => {
    const [a, b] = [...fingers.current.values()]
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : null
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const frame = event.currentTarget.getBoundingClientRect()
    const apart = spread()
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    const now = spread()
    if (apart !== null && now !== null) setView((view) => zoomedBy(view, now / Math.max(1, apart)))
    else setView((view) => movedBy(view, (before.x - event.clientX) / frame.width, (before.y - event.clientY) / frame.height))
  }
  const lift = (event: PointerEvent) => fingers.current.delete(event.pointerId)
  const onPointerDown = (event: PointerEvent) => fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
  return { box, handlers: { onPointerDown, onPointerMove, onPointerUp: lift, onPointerCancel: lift, onPointerLeave: lift } }
}
