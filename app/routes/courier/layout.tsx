import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { RoadKeeper } from '#app/components/courier/road.tsx'
import { RoadBar } from '#app/components/courier/road-bar.tsx'
import { BackOfficeShell } from '#app/components/office/back-office-shell.tsx'
import { requireCourier } from '#app/http/viewer.server.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** Installable: opened from the home screen it shows the driver's runs and nothing of the browser. */
export const links: LinksFunction = () => [{ rel: 'manifest', href: '/courier.webmanifest' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { driverId } = await requireCourier(request)
  return { driverId }
}

/** The frame says the same on every page. */
export const shouldRevalidate = () => false

export default function CourierLayout() {
  const { driverId } = useLoaderData<typeof loader>()
  const t = useMessages(courierMessages)
  return (
    <BackOfficeShell title={t.courier} sections={[{ to: '/courier', label: t.runs }]}>
      <RoadKeeper driverId={driverId}>
        <RoadBar />
        <Outlet />
      </RoadKeeper>
    </BackOfficeShell>
  )
}
