import { Form, useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const worker = { path: '/shop-sw.js', scope: '/account' }
type State = 'unknown' | 'unable' | 'off' | 'on' | 'working' | 'denied' | 'failed'

/** Turns notifications on or off in this browser; without scripts it says what it needs, and all can be turned off. */
export function PushSwitch({ publicKey, count }: { publicKey: string; count: number }) {
  const t = useMessages(accountPagesMessages)
  const fetcher = useFetcher()
  const [state, setState] = useState<State>('unknown')
  useEffect(() => {
    void readState().then(setState)
  }, [])
  const send = (form: Record<string, string>) => fetcher.submit(form, { method: 'post', action: '/account/push' })
  const turn = async (change: () => Promise<State>) => {
    setState('working')
    setState(await change().catch(() => 'failed' as const))
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-2">{t.pushLead}</p>
      <p role="status" className="text-sm">
        {sentenceOf(state, t)}
      </p>
      <div className="flex flex-wrap gap-3">
        {state === 'on' ? (
          <Button type="button" look="plain" onClick={() => void turn(() => turnOff(send))}>
            {t.pushOff}
          </Button>
        ) : state === 'off' || state === 'failed' || state === 'working' ? (
          <Button type="button" look="plain" disabled={state === 'working'} onClick={() => void turn(() => turnOn(publicKey, send))}>
            {state === 'working' ? t.pushWorking : t.pushOn}
          </Button>
        ) : null}
        {count > 0 ? (
          <Form method="post" action="/account/push" className="flex flex-wrap items-center gap-3">
            <span className="text-sm text-ink-2">{t.pushCount(count)}</span>
            <Button type="submit" look="danger" name="intent" value="all">
              {t.pushAllOff}
            </Button>
          </Form>
        ) : null}
      </div>
    </div>
  )
}

function sentenceOf(state: State, t: (typeof accountPagesMessages)['en']): string {
  const sentences: Partial<Record<State, string>> = {
    unknown: t.pushNeedsScript,
    unable: t.pushNeedsScript,
    on: t.pushIsOn,
    denied: t.pushDenied,
    failed: t.pushFailed,
  }
  return sentences[state] ?? ''
}

async function readState(): Promise<State> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unable'
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration(worker.scope)
  return (await registration?.pushManager.getSubscription()) ? 'on' : 'off'
}

async function turnOn(publicKey: string, send: (form: Record<string, string>) => void): Promise<State> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const registration = await navigator.serviceWorker.register(worker.path, { scope: worker.scope })
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  const { p256dh = '', auth = '' } = subscription.toJSON().keys ?? {}
  send({ intent: 'on', endpoint: subscription.endpoint, p256dh, auth })
  return 'on'
}

async function turnOff(send: (form: Record<string, string>) => void): Promise<State> {
  const registration = await navigator.serviceWorker.getRegistration(worker.scope)
  const subscription = await registration?.pushManager.getSubscription()
  if (subscription) send({ intent: 'off', endpoint: subscription.endpoint })
  await subscription?.unsubscribe()
  return 'off'
}
