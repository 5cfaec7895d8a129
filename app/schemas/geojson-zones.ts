import { z } from 'zod'

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number())
const Text = z.string().trim().min(1).max(60)
/** A zone is one ring: holes and several parts are not. */
const Feature = z.object({
  type: z.literal('Feature'),
  properties: z.object({ nameZh: Text, nameEn: Text }),
  geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position).min(3).max(400)).length(1) }),
})
const Collection = z.union([
  z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1).max(50) }),
  z
    .object({ type: z.literal('Feature') })
    .loose()
    .transform((feature) => ({ features: [feature as unknown] })),
])

export type DrawnZone = { nameZh: string; nameEn: string; corners: [number, number][] }
export type GeoJsonProblem = 'bad_json' | 'bad_feature'

/** GeoJSON (RFC 7946, WGS-84), a collection or one feature, as zones; the whole is refused where a part cannot be read. */
export function readGeoJson(typed: string): { ok: true; value: DrawnZone[] } | { ok: false; problem: GeoJsonProblem } {
  const collection = Collection.safeParse(parsed(typed))
  if (!collection.success) return { ok: false, problem: 'bad_json' }
  const features = z.array(Feature).safeParse(collection.data.features)
  if (!features.success) return { ok: false, problem: 'bad_feature' }
  return {
    ok: true,
    value: features.data.map(({ properties, geometry }) => ({
      ...properties,
      corners: (geometry.coordinates[0] ?? []).map(([lon, lat]): [number, number] => [lon, lat]),
    })),
  }
}

function parsed(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return null
  }
}
