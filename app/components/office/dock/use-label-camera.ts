import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }
type DetectorClass = new (options: { formats: string[] }) => Detector

const lookEveryMs = 250
/** The same label held before the camera is one scan. */
const sameLabelMs = 3000

const detectorClass = (): DetectorClass | undefined => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector

export type CameraState = 'unsupported' | 'off' | 'on' | 'denied'

/** Reads labels with the telephone's camera where the browser can; `onLabel` hears each once. The picture never leaves the device. */
export function useLabelCamera(video: RefObject<HTMLVideoElement>, onLabel: (text: string) => void) {
  const [state, setState] = useState<CameraState>('unsupported')
  const heard = useRef(onLabel)
  heard.current = onLabel
  useEffect(() => {
    if (detectorClass() && navigator.mediaDevices) setState('off')
  }, [])
  useEffect(() => {
    if (state !== 'on') return
    const shown = video.current
    return shown ? watchLabels(shown, { onLabel: (text) => heard.current(text), onDenied: () => setState('denied') }) : undefined
  }, [state, video])
  const toggle = useCallback(() => setState((before) => (before === 'on' ? 'off' : 'on')), [])
  return { state, toggle }
}

function watchLabels(video: HTMLVideoElement, { onLabel, onDenied }: { onLabel: (text: string) => void; onDenied: () => void }) {
  const Detect = detectorClass()
  let isOver = false
  let stream: MediaStream | null = null
  let timer: number | undefined
  let last = { text: '', at: 0 }
  const look = async (detector: Detector) => {
    const [found] = await detector.detect(video).catch(() => [])
    const isSame = found?.rawValue === last.text && Date.now() - last.at < sameLabelMs
    if (found && !isSame) onLabel(found.rawValue)
    if (found) last = { text: found.rawValue, at: Date.now() }
    if (!isOver) timer = window.setTimeout(look, lookEveryMs, detector)
  }
  const open = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    if (isOver || !Detect) return stop()
    video.srcObject = stream
    await video.play()
    await look(new Detect({ formats: ['qr_code'] }))
  }
  const stop = () => {
    isOver = true
    window.clearTimeout(timer)
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  open().catch(onDenied)
  return stop
}
