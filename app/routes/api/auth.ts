import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { auth } from '#app/http/auth.server.ts'

/** better-auth's own endpoints, for clients that are not our pages. It authorises each by itself; some are closed (`openAuth`). */
const handle = ({ request }: LoaderFunctionArgs | ActionFunctionArgs) => auth().handler(request)

export const loader = handle
export const action = handle
