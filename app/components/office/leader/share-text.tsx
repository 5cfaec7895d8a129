import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** The text to be pasted into a group chat; the button that copies it is there once scripts are, to select is always possible. */
export function LeaderShareText({ text }: { text: string }) {
  const t = useMessages(leaderMessages)
  const box = useRef<HTMLDivElement>(null)
  const [canCopy, setCanCopy] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setCanCopy(true), [])
  const copy = async () => {
    const field = box.current?.querySelector('textarea')
    field?.select()
    try {
      await navigator.clipboard.writeText(field?.value ?? text)
      setSaid(t.copied)
    } catch {
      setSaid(t.copyFailed)
    }
  }
  return (
    <div ref={box} className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <TextField label={t.shareText} name="text" defaultValue={text} rows={Math.min(30, text.split('\n').length + 2)} hint={t.hint} />
      <p className="flex flex-wrap items-center gap-3">
        {canCopy ? (
          <Button type="button" onClick={copy}>
            {t.copy}
          </Button>
        ) : null}
        <span role="status">{said}</span>
      </p>
    </div>
  )
}
