import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LicenceForm } from '#app/components/office/members/licence-form.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { setLicence } from '#app/services/catalog/set-licence.server.ts'
import { findMemberName, findMembers } from '#db/queries/catalog/members.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => allianceMessages[locale].members)

const Change = z.object({ farmId: IdSchema, licensed: z.enum(['yes', 'no']).transform((said) => said === 'yes') })
const Reason = z.string().trim().min(1).max(200)
const Done = z.object({ farm: IdSchema.nullable().catch(null), off: z.coerce.number().int().min(0).catch(0) })

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const members = await findMembers(reader)
  const done = Done.parse(Object.fromEntries(new URL(request.url).searchParams))
  const changed = members.find(({ farm }) => farm.id === done.farm)?.farm ?? null
  return { members, done: changed ? { farm: changed, takenOff: done.off } : null }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const form = Object.fromEntries(await request.formData())
  const { farmId, licensed } = parseParams(form, Change)
  found(await findMemberName(db().reader, farmId))
  const reason = Reason.safeParse(form.reason)
  if (!reason.success) return data({ reasonMissingFor: farmId }, { status: 400 })
  const { takenOff } = await setLicence(db(), { farmId, licensed, reason: reason.data, userId, now: now() })
  return redirect(`/alliance/members?${new URLSearchParams({ farm: farmId, off: String(takenOff) })}`)
}

const yuan = (low: number, high: number) => (low === high ? `${low / 100}` : `${low / 100}–${high / 100}`)

export default function Members() {
  const { members, done } = useLoaderData<typeof loader>()
  const reasonMissingFor = useActionData<typeof action>()?.reasonMissingFor
  const t = useMessages(allianceMessages)
  const brands = useMessages(brandDeskMessages)
  const pick = usePick()
  const change = (before: number | string, now: number | string) => t.beforeNow(String(before), String(now))
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.members}</h1>
        <p className="text-ink-2">{t.membersLead}</p>
      </header>
      {done ? (
        <Notice
          tone="good"
          title={
            done.farm.licensed
              ? t.restoredNow(pick(done.farm.nameZh, done.farm.nameEn))
              : t.suspendedNow(pick(done.farm.nameZh, done.farm.nameEn), done.takenOff)
          }
        />
      ) : null}
      <DataTable
        caption={t.members}
        rows={members}
        rowKey={({ farm }) => farm.id}
        columns={[
          {
            key: 'farm',
            title: t.farm,
            cell: ({ farm }) => (
              <span className="flex min-w-40 items-center gap-2">
                <img src={`/marks/farm-${farm.code.toLowerCase()}.svg`} alt="" width={32} height={32} />
                <span>
                  <span className="block font-semibold">{pick(farm.nameZh, farm.nameEn)}</span>
                  <span className="text-ink-2">{pick(farm.flagshipZh, farm.flagshipEn)}</span>
                </span>
              </span>
            ),
          },
          {
            key: 'licence',
            title: t.licence,
            cell: ({ farm, listed }) => (
              <>
                <StatusMark tone={farm.licensed ? 'done' : 'bad'}>{farm.licensed ? t.licensed : t.suspended}</StatusMark>
                <span className="block text-ink-2">{t.shelfNow(listed)}</span>
                {farm.licensedUntilOn ? <span className="block text-ink-2">{brands.until(farm.licensedUntilOn)}</span> : null}
                <Link to={`/alliance/members/${farm.id}`} className="flex min-h-11 items-center text-indigo underline">
                  {brands.memberLink}
                  <span className="sr-only"> {pick(farm.nameZh, farm.nameEn)}</span>
                </Link>
                <LicenceForm
                  farmId={farm.id}
                  name={pick(farm.nameZh, farm.nameEn)}
                  licensed={farm.licensed}
                  reasonMissing={reasonMissingFor === farm.id}
                />
              </>
            ),
          },
          { key: 'land', title: t.land, numeric: true, cell: ({ farm }) => change(farm.landMuBefore, farm.landMuNow) },
          { key: 'customers', title: t.customers, numeric: true, cell: ({ farm }) => change(farm.customersBefore, farm.customersNow) },
          { key: 'products', title: t.products, numeric: true, cell: ({ farm }) => change(farm.productsBefore, farm.productsNow) },
          {
            key: 'outside',
            title: t.soldOutside,
            numeric: true,
            cell: ({ farm }) => change(`${farm.soldOutsideBeforePct}%`, `${farm.soldOutsideNowPct}%`),
          },
          {
            key: 'logistics',
            title: t.logistics,
            numeric: true,
            cell: ({ farm }) =>
              change(
                yuan(farm.logisticsBeforeLowFen, farm.logisticsBeforeHighFen),
                yuan(farm.logisticsNowLowFen, farm.logisticsNowHighFen),
              ),
          },
        ]}
      />
    </>
  )
}
