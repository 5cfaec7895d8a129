import { useEffect, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { useRoad } from './road.tsx'

/** Above every page of a driver: what has not been sent, what was refused and why. Nothing noted disappears without a word. */
export function RoadBar() {
  const road = useRoad()
  const t = useMessages(courierRoadMessages)
  const waiting = road
    ? road.notes.filter(({ answeredAt }) => answeredAt === null).length + road.pictures.filter(({ refusal }) => refusal === null).length
    : 0
  const isHeld = useSignOutHeld(waiting > 0)
  if (!road) return null
  const refused = road.notes.flatMap(({ id, code, refusal }) => (refusal ? [{ id, refusal, code }] : []))
  const pictures = road.pictures.filter(({ refusal }) => refusal !== null)
  const isQuiet = !isHeld && road.state === 'sent' && waiting + refused.length + pictures.length === 0
  if (isQuiet) return null
  return (
    <div className="flex flex-col gap-3">
      {isHeld ? <Notice tone="bad" title={t.signOutWaits(waiting)} /> : null}
      {road.state === 'signed_out' ? (
        <Notice tone="warn" title={t.signedOut}>
          <a
            href={`/sign-in?${new URLSearchParams({ returnTo: '/courier' })}`}
            className="inline-flex min-h-14 items-center text-indigo underline"
          >
            {t.signInAgain}
          </a>
        </Notice>
      ) : null}
      {road.state === 'offline' ? <Notice tone="warn" title={t.offline} /> : null}
      {waiting > 0 ? <p role="status">{t.waiting(waiting)}</p> : null}
      {[...refused, ...pictures.map(({ id }) => ({ id, refusal: null, code: null }))].map(({ id, refusal, code }) => (
        <Notice key={id} tone="bad" title={refusal ? t.refusedTitle(code ?? t.refusedRun) : t.refusedPicture}>
          {refusal ? <p>{t[refusal]}</p> : null}
          <Button look="plain" className="mt-2 min-h-14" onClick={() => void road.dismiss(id)}>
            {t.seen}
          </Button>
        </Notice>
      ))}
    </div>
  )
}

/** Signing out clears the phone: not while something waits to be sent. @returns whether somebody has tried */
function useSignOutHeld(isWaiting: boolean) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!isWaiting) return setHeld(false)
    const hold = (event: SubmitEvent) => {
      if (!(event.target instanceof HTMLFormElement) || new URL(event.target.action).pathname !== '/sign-out') return
      event.preventDefault()
      event.stopPropagation()
      setHeld(true)
    }
    document.addEventListener('submit', hold, { capture: true })
    return () => document.removeEventListener('submit', hold, { capture: true })
  }, [isWaiting])
  return isHeld
}
