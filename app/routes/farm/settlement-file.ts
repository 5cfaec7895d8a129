import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendSettlementFile } from '#app/http/party-settlements.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'

/** One of the farm's settlements as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  return await sendSettlementFile({ request, params }, { type: 'farm', id: farmId })
}
