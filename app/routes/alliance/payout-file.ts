import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { fileResponse } from '#app/http/file-response.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { payoutRails } from '#app/http/payout-rails.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { FileFormat } from '#app/schemas/settlement.ts'
import { writeBankBatch } from '#app/services/settlement/file-bank-batch.server.ts'

const Params = z.object({ batchId: IdSchema })

/** A file for the bank, as it was made. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { batchId } = parseParams(params, Params)
  const { format } = parseParams(Object.fromEntries(new URL(request.url).searchParams), FileFormat)
  const file = found(await writeBankBatch(db().reader, payoutRails().bank, { batchId, type: format }))
  return fileResponse({ ...file, type: format })
}
