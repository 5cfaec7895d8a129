import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

const settleMs = 400

/** Loads the page's data anew when the server says that something has changed; many changes at once are one load. */
export function useLivePage(path: string): void {
  const { revalidate } = useRevalidator()
  const latest = useRef(revalidate)
  latest.current = revalidate
  useEffect(() => {
    const events = new EventSource(path)
    let timer: number | undefined
    events.addEventListener('change', () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => latest.current(), settleMs)
    })
    return () => {
      window.clearTimeout(timer)
      events.close()
    }
  }, [path])
}
