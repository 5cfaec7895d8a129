import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PictureDesk } from '#app/components/office/brands/picture-desk.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { changePicturesFrom } from '#app/http/change-pictures.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { findOwnName, findOwnPictures } from '#db/queries/brands/pictures.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => brandDeskMessages[locale].picturesTitle)

const Params = z.object({ productId: IdSchema })
/** The office looks after the products no farm owns. */
const allianceOwn = { farmId: null }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { productId } = parseParams(params, Params)
  const product = found(await findOwnName(db().reader, { productId, ...allianceOwn }))
  const done = new URL(request.url).searchParams.has('done')
  return { productId, product, pictures: await findOwnPictures(db().reader, { productId, ...allianceOwn }), done }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { productId } = parseParams(params, Params)
  found(await findOwnName(db().reader, { productId, ...allianceOwn }))
  const answer = await changePicturesFrom(request, { productId, ...allianceOwn, userId })
  if (answer !== null) return data(answer, { status: 400 })
  return redirect(`/alliance/pictures/${productId}?done`)
}

export default function AllianceProductPictures() {
  const { productId, product, pictures, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(brandDeskMessages)
  const pick = usePick()
  return (
    <>
      <header className="flex flex-col gap-2">
        <Link to="/alliance/pictures" className="flex min-h-11 items-center self-start text-indigo underline">
          {t.alliancePicturesTitle}
        </Link>
        <h1 className="text-3xl">{pick(product.nameZh, product.nameEn)}</h1>
        <p className="text-ink-2">{t.picturesLead}</p>
      </header>
      {done && !answer ? <Notice tone="good" title={t.picturesSaved} /> : null}
      <h2 className="text-2xl">{t.picturesTitle}</h2>
      <PictureDesk action={`/alliance/pictures/${productId}`} pictures={pictures} answer={answer} />
    </>
  )
}
