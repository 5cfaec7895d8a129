import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { BackOfficeShell } from '#app/components/office/back-office-shell.tsx'
import { requireCourier } from '#app/http/viewer.server.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCourier(request)
  return null
}

/** The frame says the same on every page. */
export const shouldRevalidate = () => false

export default function CourierLayout() {
  const t = useMessages(courierMessages)
  return (
    <BackOfficeShell title={t.courier} sections={[{ to: '/courier', label: t.runs }]}>
      <Outlet />
    </BackOfficeShell>
  )
}
