import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ProductPictures } from '#app/components/office/brands/product-pictures.tsx'
import { changeOwnPictures, readOwnPictures } from '#app/http/change-pictures.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { IdSchema } from '#app/schemas/ids.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => brandDeskMessages[locale].picturesTitle)

const Params = z.object({ productId: IdSchema })
const pathOf = (productId: string) => `/alliance/pictures/${productId}`

/** The office looks after the products no farm owns. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { productId } = parseParams(params, Params)
  return { action: pathOf(productId), ...(await readOwnPictures(request, { productId, farmId: null })) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { productId } = parseParams(params, Params)
  return await changeOwnPictures(request, { product: { productId, farmId: null }, userId, path: pathOf(productId) })
}

export default function AllianceProductPictures() {
  const back = { to: '/alliance/pictures', text: 'alliancePicturesTitle' } as const
  return <ProductPictures {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} back={back} />
}
