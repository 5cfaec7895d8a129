import type { LoaderFunctionArgs } from '@remix-run/node'
import { guestOrdersOf } from '#app/http/guest-orders.server.ts'
import { mediaStore } from '#app/http/media-store.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { customerOf, viewerOf } from '#app/http/viewer.server.ts'
import { MediaFileSchema } from '#app/schemas/media.ts'
import { findReadableMedia } from '#db/queries/media.server.ts'

/** A picture's file, for whoever may see the picture. Its bytes never change: a browser that has them asks no more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { mediaId, file } = parseParams(params, MediaFileSchema)
  const [viewer, customer] = [await viewerOf(request), await customerOf(request)]
  const reader = { roles: viewer?.roles ?? [], customerId: customer?.customerId ?? null, guestOrders: guestOrdersOf(request) }
  const { isPublic } = found(await findReadableMedia(db().reader, { mediaId, reader }))
  const bytes = found(await mediaStore().read(mediaId, file))
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': file.endsWith('.avif') ? 'image/avif' : 'image/webp',
      'Cache-Control': isPublic ? 'public, max-age=31536000, immutable' : 'private, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
