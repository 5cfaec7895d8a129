import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendSettlementFile } from '#app/http/party-settlements.server.ts'
import { memberOf } from './leader-of.server.ts'

/** One of the leader's settlements as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  return await sendSettlementFile({ request, params }, { type: 'leader', id: leaderId })
}
