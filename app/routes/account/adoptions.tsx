import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { ProducePicture } from '#app/components/shop/produce-picture.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db } from '#app/http/runtime.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { findAdoptionsOf } from '#db/queries/ahead/adoptions.server.ts'
import { requireCustomer } from './require-customer.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => aheadMessages[locale].mine)

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const found = await findAdoptionsOf(db().reader, customerId)
  return {
    adoptions: found.map(({ id, number, nickname, adoptedAt, crop, category, nameZh, nameEn, farmZh, farmEn }) => {
      return { id, number, nickname, adoptedOn: businessDay(adoptedAt), crop, category, nameZh, nameEn, farmZh, farmEn }
    }),
  }
}

export default function Adoptions() {
  const t = useMessages(aheadMessages)
  const pick = usePick()
  const locale = useLocale()
  const { adoptions } = useLoaderData<typeof loader>()
  return (
    <AccountShell title={t.mine}>
      {adoptions.length === 0 ? (
        <Empty drawing="egg" action={<ButtonLink to="/adopt">{t.seeAdopt}</ButtonLink>}>
          {t.mineNone}
        </Empty>
      ) : null}
      <ul className="flex flex-col gap-3">
        {adoptions.map(({ id, number, nickname, adoptedOn, crop, category, nameZh, nameEn, farmZh, farmEn }) => (
          <li key={id} className="flex items-center gap-4 rounded-md border-2 border-ink bg-paper p-3">
            <ProducePicture crop={crop} category={category} alt="" className="max-w-24 shrink-0 rounded-sm border-2 border-ink" />
            <div className="min-w-0">
              <Link to={`/adoptions/${id}`} className="inline-flex min-h-11 items-center font-semibold text-indigo underline">
                {pick(nameZh, nameEn)} · {t.number(number)}
              </Link>
              <p className={nickname ? 'font-given text-lg text-pepper' : 'text-ink-2'}>{nickname || t.noName}</p>
              <p className="text-sm text-ink-2">
                {pick(farmZh, farmEn)} · {t.adoptedOn(formatDay(adoptedOn, locale))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </AccountShell>
  )
}
