import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { commonMessages } from '#app/i18n/messages/common.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** What went wrong, for an error page: its sentence by the status, and the reference to tell the office where there is one. */
export function useFailure(): { status: number; title: string; text: string; reference: string | null } {
  const error = useRouteError()
  const t = useMessages(commonMessages)
  const status = isRouteErrorResponse(error) ? error.status : 500
  const reference = isRouteErrorResponse(error) && typeof error.data === 'object' ? error.data?.reference : undefined
  const [title, text] =
    status === 404
      ? [t.notFoundTitle, t.notFoundText]
      : status === 403
        ? [t.forbiddenTitle, t.forbiddenText]
        : isRouteErrorResponse(error) && error.data?.code === 'storage_full'
          ? [t.readOnlyTitle, t.readOnlyText]
          : status === 429 || status === 503
            ? [t.busyTitle, t.busyText]
            : [t.failedTitle, t.failedText]
  return { status, title, text, reference: typeof reference === 'string' ? t.reference(reference) : null }
}
