import type { LoaderFunctionArgs } from '@remix-run/node'
import { qrCodeSvg } from '#app/http/draw-qr-code.server.ts'
import { found } from '#app/http/parse.server.ts'
import { db, publicUrl } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { findFarmProfile } from '#db/queries/farm/profile.server.ts'

/** The way to the farm's shop as a picture to print. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { slug } = found(await findFarmProfile(db().reader, farmId))
  return new Response(qrCodeSvg(`${publicUrl()}/f/${slug}`), {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, no-store' },
  })
}
