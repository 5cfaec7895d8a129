import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { BackOfficeShell } from '#app/components/office/back-office-shell.tsx'
import { requireOffice } from '#app/http/viewer.server.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  return null
}

/** The frame says the same on every page. */
export const shouldRevalidate = () => false

export default function AllianceLayout() {
  const t = useMessages(allianceMessages)
  return (
    <BackOfficeShell
      title={t.office}
      sections={[
        { to: '/alliance', label: t.controlRoom, end: true },
        { to: '/alliance/waves', label: t.waves },
        { to: '/alliance/orders', label: t.orders },
        { to: '/alliance/members', label: t.members },
        { to: '/alliance/ledger', label: t.ledger },
        { to: '/alliance/audit', label: t.audit },
      ]}
    >
      <Outlet />
    </BackOfficeShell>
  )
}
