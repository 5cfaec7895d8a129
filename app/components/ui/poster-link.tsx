import { shareMessages } from '#app/i18n/messages/share.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

/** Saves a poster to send or to print, in the reader's language. */
export function PosterLink({ path, filename }: { path: string; filename: string }) {
  const t = useMessages(shareMessages)
  const locale = useLocale()
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <a href={`${path}?lang=${locale}`} download={`${filename}.png`} className="flex min-h-11 items-center text-indigo underline">
        {t.savePoster}
      </a>
      <span className="text-sm text-ink-2">{t.posterHint}</span>
    </p>
  )
}
