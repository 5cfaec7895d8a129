import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { streetMapMessages } from '#app/i18n/messages/street-map.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import type { WaveMapProps } from '../waves/wave-map.tsx'

type Look = 'closed' | 'drawing' | 'drawn' | 'failed'

/** The office's own street map beside the schematic one: offered once the page has a script, loaded only when it is asked for. */
export function StreetMap(drawn: Pick<WaveMapProps, 'hub' | 'runs' | 'unserved'>) {
  const t = useMessages(streetMapMessages)
  const box = useRef<HTMLDivElement>(null)
  const facts = useRef(drawn)
  facts.current = drawn
  const [hasScript, setHasScript] = useState(false)
  const [look, setLook] = useState<Look>('closed')
  const isOpen = look !== 'closed'
  useEffect(() => setHasScript(true), [])
  const places = JSON.stringify(drawn)
  useEffect(() => {
    const element = box.current
    if (!isOpen || !element || places === '') return
    let isOver = false
    let end = () => {}
    const draw = async () => {
      const { drawStreetMap } = await import('./draw-street-map.client.ts')
      if (isOver) return
      end = await drawStreetMap(element, facts.current)
      if (isOver) end()
      else setLook('drawn')
    }
    draw().catch(() => setLook('failed'))
    return () => {
      isOver = true
      end()
    }
  }, [isOpen, places])
  if (!hasScript) return null
  return (
    <div className="flex flex-col gap-2 lg:col-span-2">
      <Button
        type="button"
        look="plain"
        className="self-start"
        aria-expanded={isOpen}
        onClick={() => setLook(isOpen ? 'closed' : 'drawing')}
      >
        {isOpen ? t.close : t.open}
      </Button>
      <p role="status" className="text-sm text-ink-2 empty:hidden">
        {look === 'drawing' ? t.drawing : look === 'failed' ? t.failed : null}
      </p>
      {isOpen ? <div ref={box} role="application" aria-label={t.label} className="h-96 w-full rounded-sm border border-rule" /> : null}
    </div>
  )
}
