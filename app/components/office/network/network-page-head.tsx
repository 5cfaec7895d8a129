import { ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** `refusal`: the sentence of what was refused; null where the fields say what is wrong. `done`: what has just been saved, in words. */
type Head = { title: string; lead?: string; answer?: { version: number; refusal: string | null } | null; done: string | null }

/** The top of a page of the network: its title, the way back, and how the last change went. */
export function NetworkPageHead({ title, lead, answer, done }: Head) {
  const t = useMessages(networkMessages)
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{title}</h1>
        {lead ? <p className="text-ink-2">{lead}</p> : null}
        <ButtonLink look="plain" to="/alliance/network" className="self-start">
          {t.backToNetwork}
        </ButtonLink>
      </header>
      {answer ? <Notice key={answer.version} tone="bad" title={answer.refusal ?? t.problemsTitle} /> : null}
      {done && !answer ? <Notice tone="good" title={done} /> : null}
    </>
  )
}
