import { type PointerEvent, useRef, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const size = { width: 640, height: 320 }

/** A box to write one's name in with a finger; whoever cannot reads out the pick-up code instead. */
export function SignaturePad({ keep }: { keep: (signature: Blob) => void }) {
  const t = useMessages(courierRoadMessages)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isWritten, setWritten] = useState(false)
  const pen = () => canvas.current?.getContext('2d') ?? null
  const place = ({ clientX, clientY }: PointerEvent) => {
    const box = canvas.current!.getBoundingClientRect()
    return [((clientX - box.left) * size.width) / box.width, ((clientY - box.top) * size.height) / box.height] as const
  }
  const begin = (event: PointerEvent) => {
    canvas.current?.setPointerCapture(event.pointerId)
    const drawing = pen()
    if (!drawing) return
    drawing.lineWidth = 5
    drawing.lineCap = 'round'
    drawing.strokeStyle = '#17231c'
    drawing.beginPath()
    drawing.moveTo(...place(event))
  }
  const draw = (event: PointerEvent) => {
    if (event.buttons === 0) return
    pen()?.lineTo(...place(event))
    pen()?.stroke()
    setWritten(true)
  }
  const clear = () => {
    pen()?.clearRect(0, 0, size.width, size.height)
    setWritten(false)
  }
  const finish = () =>
    canvas.current?.toBlob((signature) => {
      if (signature) keep(signature)
      clear()
    }, 'image/png')
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-semibold">{t.sign}</legend>
      <p className="text-sm text-ink-2">{t.signHint}</p>
      <canvas
        ref={canvas}
        {...size}
        onPointerDown={begin}
        onPointerMove={draw}
        className="w-full touch-none rounded-sm border border-control bg-[#ffffff]"
      />
      <div className="grid grid-cols-2 gap-3">
        <Button type="button" look="plain" className="min-h-14" onClick={clear}>
          {t.signAgain}
        </Button>
        <Button type="button" className="min-h-14" disabled={!isWritten} onClick={finish}>
          {t.keepSignature}
        </Button>
      </div>
    </fieldset>
  )
}
