import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ProductPictures } from '#app/components/office/brands/product-pictures.tsx'
import { changeOwnPictures, readOwnPictures } from '#app/http/change-pictures.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { ProductIdSchema } from '#app/schemas/product-form.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => brandDeskMessages[locale].picturesTitle)

const Params = z.object({ productId: ProductIdSchema })
const productPath = (productId: string) => `/farm/listings/${productId}`

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { productId } = parseParams(params, Params)
  return { at: productPath(productId), ...(await readOwnPictures(request, { productId, farmId })) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const { productId } = parseParams(params, Params)
  return await changeOwnPictures(request, { product: { productId, farmId }, userId, path: `${productPath(productId)}/pictures` })
}

export default function FarmProductPictures() {
  const { at, ...page } = useLoaderData<typeof loader>()
  return (
    <ProductPictures {...page} action={`${at}/pictures`} answer={useActionData<typeof action>()} back={{ to: at, text: 'backToProduct' }} />
  )
}
