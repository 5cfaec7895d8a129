import { z } from 'zod'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import { gcjToWgs } from './gcj-to-wgs.ts'
import type { Geocoder } from './geocoder.ts'

type Settings = {
  /** asked with the address in the place of `{address}` */
  url: string
  coordinates: 'wgs84' | 'gcj02'
}

/** AMap's form: `location` is "lon,lat"; an empty list means that it does not know. */
const Answer = z.object({ geocodes: z.array(z.object({ location: z.string().regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/) })) })

/** A geocoder over HTTP that answers as AMap's does. An answer that makes no sense is as good as none: the office is asked. */
export const httpGeocoder = ({ url, coordinates }: Settings): Geocoder => ({
  async locate(address) {
    const response = await fetch(url.replace('{address}', encodeURIComponent(address)), { signal: AbortSignal.timeout(3000) }).catch(
      (cause) => {
        throw new IntegrationError('geocoder', true, { cause })
      },
    )
    if (!response.ok) throw new IntegrationError('geocoder', response.status >= 500 || response.status === 429)
    const answer = Answer.safeParse(await response.json().catch(() => null))
    const [lon, lat] = answer.data?.geocodes[0]?.location.split(',').map(Number) ?? []
    if (lon === undefined || lat === undefined) return null
    return coordinates === 'gcj02' ? gcjToWgs({ lat, lon }) : { lat, lon }
  },
})

/** None unless `GEOCODER_URL` is set; `GEOCODER_COORDINATES` is gcj02 unless it says wgs84. */
export function openGeocoder(env: NodeJS.ProcessEnv): Geocoder | null {
  if (!env.GEOCODER_URL) return null
  return httpGeocoder({ url: env.GEOCODER_URL, coordinates: env.GEOCODER_COORDINATES === 'wgs84' ? 'wgs84' : 'gcj02' })
}
