import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { DriverRefusal, DriverWord } from '#app/domain/delivery/driver-event.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { refusedWordMessages } from '#app/i18n/messages/refused-words.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

export type RefusedWordRow = {
  id: string
  kind: DriverWord['kind']
  refusal: DriverRefusal
  happenedAt: Date
  runPosition: number
  driver: string | null
  dropCode: string | null
  alias: string | null
  isSeen: boolean
}

/** What a driver's telephone sent and could not count, each with its reason, until somebody has seen to it. */
export function RefusedWords({ words }: { words: readonly RefusedWordRow[] }) {
  const t = useMessages(refusedWordMessages)
  const a = useMessages(allianceMessages)
  const locale = useLocale()
  return (
    <section aria-labelledby="refused-words" className="flex flex-col gap-3">
      <h2 id="refused-words" className="scroll-mt-4 text-2xl">
        {t.title}
      </h2>
      <p className="max-w-3xl text-ink-2">{t.lead}</p>
      <ul className="rounded-md border border-rule bg-paper">
        {words.map((word) => (
          <li key={word.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-rule px-4 py-3 last:border-b-0">
            <div className="min-w-0">
              <p className="font-semibold">{wordText(word, t)}</p>
              <p className={word.isSeen ? 'text-ink-2' : 'text-pepper'}>{t[word.refusal]}</p>
              <p className="text-sm text-ink-2">
                {t.by(a.runNumber(word.runPosition), word.driver ?? '', formatMoment(word.happenedAt, locale))}
              </p>
            </div>
            {word.isSeen ? (
              <StatusMark tone="done">{t.settled}</StatusMark>
            ) : (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="eventId" value={word.id} />
                <Button name="intent" value="see_to" look="plain">
                  {t.settle}
                  <span className="sr-only"> {wordText(word, t)}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was said, and of which stop or parcel. */
export function wordText({ kind, dropCode, alias }: Omit<RefusedWordRow, 'isSeen'>, t: (typeof refusedWordMessages)['en']): string {
  const subject = dropCode ?? alias
  return subject === null ? t[`word_${kind}`] : t.about(t[`word_${kind}`], subject)
}
