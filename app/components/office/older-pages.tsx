import { ButtonLink } from '#app/components/ui/button.tsx'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** Keyset pages: on to what is older, or back to the newest. */
export function OlderPages({ before, older }: { before: string | null; older: string | null }) {
  const t = useMessages(allianceDeskMessages)
  if (before === null && older === null) return null
  return (
    <div className="flex gap-3">
      {before === null ? null : (
        <ButtonLink look="plain" to="?">
          {t.newest}
        </ButtonLink>
      )}
      {older === null ? null : (
        <ButtonLink look="plain" to={`?${new URLSearchParams({ before: older })}`}>
          {t.older}
        </ButtonLink>
      )}
    </div>
  )
}
