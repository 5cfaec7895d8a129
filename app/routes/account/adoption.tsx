import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AdoptionCertificate } from '#app/components/shop/ahead/adoption-certificate.tsx'
import { AdoptionHarvests } from '#app/components/shop/ahead/adoption-harvests.tsx'
import { AdoptionNews } from '#app/components/shop/ahead/adoption-news.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { drawnCrop } from '#app/domain/catalog/drawn-crop.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { nameAdoption } from '#app/services/ahead/tell-adopters.server.ts'
import { findAdoption, findDeliveries, findNewsFor } from '#db/queries/ahead/adoptions.server.ts'
import { requireCustomer } from './require-customer.server.ts'

const Params = z.object({ adoptionId: z.string().min(1).max(60) })
const Nickname = z.string().trim().max(20)

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => aheadMessages[locale].mine)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const { adoptionId } = parseParams(params, Params)
  const { reader } = db()
  const { dates, adoptedAt, crop, ...adoption } = found(await findAdoption(reader, { adoptionId, customerId }))
  const partVariantIds = [...new Set(dates.map((date) => date.partVariantId))]
  const [lines, news] = await Promise.all([
    findDeliveries(reader, { orderId: adoption.orderId, partVariantIds }),
    findNewsFor(reader, adoption),
  ])
  return {
    adoption: { ...adoption, crop: drawnCrop(crop), adoptedOn: businessDay(adoptedAt) },
    lines,
    news,
    isSaved: new URL(request.url).searchParams.has('saved'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const { adoptionId } = parseParams(params, Params)
  const typed = String((await request.formData()).get('nickname') ?? '')
  const nickname = Nickname.safeParse(typed)
  if (!nickname.success) return data({ typed }, { status: 400 })
  const named = await nameAdoption(db(), { adoptionId, customerId, nickname: nickname.data })
  found(named.ok ? true : null)
  throw redirect(`/adoptions/${adoptionId}?saved`)
}

export default function Adoption() {
  const t = useMessages(aheadMessages)
  const { adoption, lines, news, isSaved } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <ShopShell>
      <div className="mx-auto flex max-w-3xl flex-col gap-8 px-4 pt-6">
        <Link to="/account/adoptions" className="-mb-4 inline-flex min-h-11 items-center self-start text-indigo print:hidden">
          ← {t.back}
        </Link>
        <AdoptionCertificate adoption={adoption} />
        {isSaved && !answered ? <Notice tone="good" title={t.saved} /> : null}
        <Form method="post" className="flex max-w-md flex-col gap-2 print:hidden">
          <Field
            name="nickname"
            label={t.nickname}
            hint={t.nicknameHint}
            maxLength={20}
            defaultValue={answered?.typed ?? adoption.nickname}
            error={answered ? t.nicknameLong : undefined}
          />
          <Button type="submit" look="plain" className="self-start">
            {t.save}
          </Button>
        </Form>
        <AdoptionHarvests lines={lines} orderId={adoption.orderId} />
        <AdoptionNews news={news} />
      </div>
    </ShopShell>
  )
}
