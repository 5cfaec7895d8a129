import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PictureDesk } from '#app/components/office/brands/picture-desk.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { changePicturesFrom } from '#app/http/change-pictures.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { ProductIdSchema } from '#app/schemas/product-form.ts'
import { findOwnName, findOwnPictures } from '#db/queries/brands/pictures.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => brandDeskMessages[locale].picturesTitle)

const Params = z.object({ productId: ProductIdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { productId } = parseParams(params, Params)
  const product = found(await findOwnName(db().reader, { productId, farmId }))
  const done = new URL(request.url).searchParams.has('done')
  return { productId, product, pictures: await findOwnPictures(db().reader, { productId, farmId }), done }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const { productId } = parseParams(params, Params)
  found(await findOwnName(db().reader, { productId, farmId }))
  const answer = await changePicturesFrom(request, { productId, farmId, userId })
  if (answer !== null) return data(answer, { status: 400 })
  return redirect(`/farm/listings/${productId}/pictures?done`)
}

export default function ProductPictures() {
  const { productId, product, pictures, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(brandDeskMessages)
  const pick = usePick()
  return (
    <>
      <header className="flex flex-col gap-2">
        <Link to={`/farm/listings/${productId}`} className="flex min-h-11 items-center self-start text-indigo underline">
          {t.backToProduct}
        </Link>
        <h1 className="text-3xl">{pick(product.nameZh, product.nameEn)}</h1>
      </header>
      {done && !answer ? <Notice tone="good" title={t.picturesSaved} /> : null}
      <Panel id="pictures" title={t.picturesTitle} lead={t.picturesLead}>
        <PictureDesk action={`/farm/listings/${productId}/pictures`} pictures={pictures} answer={answer} />
      </Panel>
    </>
  )
}
