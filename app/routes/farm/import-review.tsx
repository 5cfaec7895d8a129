import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FarmBadRows } from '#app/components/office/farm/bad-rows.tsx'
import { FarmGoodRows } from '#app/components/office/farm/good-rows.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, notFound, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { farmImportMessages } from '#app/i18n/messages/farm-import.ts'
import { farmProductMessages } from '#app/i18n/messages/farm-product.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { dropProductImport } from '#app/services/catalog/drop-product-import.server.ts'
import { importProducts } from '#app/services/catalog/import-products.server.ts'
import { findProductImport } from '#db/queries/catalog/product-imports.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmImportMessages[locale].reviewTitle)

const Params = z.object({ importId: z.string().regex(/^imp_\w{1,40}$/) })
const Intent = z.enum(['import', 'drop'])

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { importId } = parseParams(params, Params)
  const { filename, status, readAt, good, bad } = found(await findProductImport(db().reader, { importId, farmId }))
  const rows = good.map(({ row, product, variant, lot }) => ({
    row,
    code: variant.code,
    nameZh: product.nameZh,
    nameEn: product.nameEn,
    sizeZh: variant.zh,
    sizeEn: variant.en,
    priceFen: variant.priceFen,
    quantity: lot?.quantity ?? null,
  }))
  return { filename, status, readAt, rows, bad, badRows: new Set(bad.map(({ row }) => row)).size }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { importId } = parseParams(params, Params)
  const intent = parseParams((await request.formData()).get('intent'), Intent)
  if (intent === 'drop') {
    const dropped = await dropProductImport(db(), { importId, farmId })
    if (!dropped.ok && dropped.refusal.code === 'not_found') throw notFound()
    throw redirect(dropped.ok ? '/farm/import' : `/farm/import/${importId}`)
  }
  const imported = await importProducts(db(), { importId, farmId, now: now() })
  if (!imported.ok && imported.refusal.code === 'not_found') throw notFound()
  if (!imported.ok && imported.refusal.code === 'not_licensed') return data({ refusal: 'not_licensed' as const }, { status: 422 })
  throw redirect(`/farm/import/${importId}`)
}

export default function ImportReview() {
  const t = useMessages(farmImportMessages)
  const product = useMessages(farmProductMessages)
  const locale = useLocale()
  const { filename, status, readAt, rows, bad, badRows } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <>
      <header className="flex flex-col gap-2">
        <h1 className="text-3xl">{t.reviewTitle}</h1>
        <p className="break-all text-ink-2">{t.readAt(filename, formatMoment(readAt, locale))}</p>
        <p className="flex flex-wrap gap-x-4 text-lg font-semibold">
          <span className="text-leaf">✓ {t.goodCount(rows.length)}</span>
          {badRows > 0 ? <span className="text-pepper">⚠ {t.badCount(badRows)}</span> : null}
        </p>
      </header>
      {refusal ? <Notice tone="bad">{product.notLicensed}</Notice> : null}
      {status === 'imported' ? <Notice tone="good">{t.imported}</Notice> : null}
      {status === 'dropped' ? <Notice tone="info">{t.dropped}</Notice> : null}
      {status === 'waiting' ? (
        <Form method="post" className="flex flex-wrap gap-2">
          {rows.length > 0 ? (
            <Button type="submit" name="intent" value="import">
              {t.importGood(rows.length)}
            </Button>
          ) : (
            <p>{t.noneGood}</p>
          )}
          <Button type="submit" name="intent" value="drop" look="danger">
            {t.drop}
          </Button>
        </Form>
      ) : (
        <p className="flex flex-wrap gap-2">
          <ButtonLink to="/farm/listings">{t.toListings}</ButtonLink>
          <ButtonLink to="/farm/import" look="plain">
            {t.again}
          </ButtonLink>
        </p>
      )}
      {bad.length > 0 ? (
        <Panel id="bad" title={t.badTitle} lead={t.badLead}>
          <FarmBadRows problems={bad} />
        </Panel>
      ) : null}
      {rows.length > 0 ? (
        <Panel id="good" title={t.goodTitle}>
          <FarmGoodRows rows={rows} />
        </Panel>
      ) : null}
    </>
  )
}
