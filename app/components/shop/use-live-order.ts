import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

const firstWaitMs = 4000
const longestWaitMs = 120_000
/** Pages that learn of the same thing do not all ask at the same moment. */
const spreadMs = 1500

/**
 * Keeps an order's page as it is: listens while the page is looked at, and reads it anew when something has changed. A
 * connection the server refused is tried again after ever longer waits; one it ended, the browser opens by itself.
 * @returns whether it is listening
 */
export function useLiveOrder({ orderId, mark, isLive }: { orderId: string; mark: string | null; isLive: boolean }): boolean {
  const [isListening, setIsListening] = useState(false)
  const { revalidate } = useRevalidator()
  const seen = useRef(mark)
  seen.current = mark
  useEffect(() => {
    if (!isLive || typeof EventSource === 'undefined') return
    let source: EventSource | null = null
    let timer: number | undefined
    let waitMs = firstWaitMs
    const close = () => {
      source?.close()
      source = null
      window.clearTimeout(timer)
    }
    const readAnew = () => {
      timer = window.setTimeout(revalidate, Math.random() * spreadMs)
    }
    const open = () => {
      close()
      source = new EventSource(`/orders/${orderId}/live?since=${seen.current ?? ''}`)
      source.addEventListener('open', () => {
        waitMs = firstWaitMs
        setIsListening(true)
      })
      source.addEventListener('change', readAnew)
      source.addEventListener('ended', () => {
        close()
        readAnew()
      })
      source.addEventListener('error', () => {
        if (source?.readyState !== EventSource.CLOSED) return
        setIsListening(false)
        timer = window.setTimeout(open, waitMs * (1 + Math.random() / 4))
        waitMs = Math.min(waitMs * 2, longestWaitMs)
      })
    }
    const lookOrRest = () => (document.visibilityState === 'visible' ? open() : close())
    lookOrRest()
    document.addEventListener('visibilitychange', lookOrRest)
    return () => {
      document.removeEventListener('visibilitychange', lookOrRest)
      close()
    }
  }, [orderId, isLive, revalidate])
  return isListening && isLive
}
