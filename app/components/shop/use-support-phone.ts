import { useRouteLoaderData } from '@remix-run/react'

/** The number of the one desk for all farms, as the operator has set it (SUPPORT_PHONE); null on pages that could not load. */
export const useSupportPhone = () => useRouteLoaderData<{ supportPhone: string }>('root')?.supportPhone ?? null
