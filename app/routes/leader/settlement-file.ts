import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileResponse } from '#app/http/file-response.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { FileFormat, SettlementParams } from '#app/schemas/settlement.ts'
import { exportPartySettlement } from '#app/services/settlement/export-party-settlement.server.ts'
import { memberOf } from './leader-of.server.ts'

/** One of the leader's settlements as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  const { settlementId } = parseParams(params, SettlementParams)
  const { format } = parseParams(Object.fromEntries(new URL(request.url).searchParams), FileFormat)
  const party = { type: 'leader', id: leaderId } as const
  const file = found(await exportPartySettlement(db().reader, { party, settlementId, format, locale: localeOf(request) }))
  return fileResponse({ ...file, type: format })
}
