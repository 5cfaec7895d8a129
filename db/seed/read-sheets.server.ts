import { readFileSync } from 'node:fs'
import { fillDates } from './data/fill-dates.ts'

const read = (path: string, today: string): Uint8Array => {
  const template = readFileSync(new URL(`data/${path}`, import.meta.url), 'utf8')
  return Buffer.from(fillDates(template, today))
}

/** A farm's product sheet as it would upload it on that day. */
export const farmSheet = (farmId: string, today: string) => ({ filename: `${farmId}.csv`, bytes: read(`products/${farmId}.csv`, today) })

/** What the alliance sells under its own brand alone. */
export const allianceSheet = (today: string) => ({ filename: 'alliance-products.csv', bytes: read('alliance-products.csv', today) })
