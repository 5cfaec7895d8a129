import { formatDay } from '#app/i18n/format.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Row = {
  variantId: string
  nameZh: string
  nameEn: string
  sizeZh: string
  sizeEn: string
  farmZh: string | null
  farmEn: string | null
  units: number
  /** of an alliance product, what is expected of all its farms; null where `units` is all of it */
  ofAll: number | null
}
type Wave = { waveId: string; deliversOn: string; zoneZh: string; zoneEn: string; boxes: number; rows: readonly Row[] }

/** What one wave will need for the subscriptions: for the office of every farm, for a farm its own. */
export function ExpectedWave({ wave, isOffice = false }: { wave: Wave; isOffice?: boolean }) {
  const t = useMessages(wantingMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <section className="rounded-md border border-rule bg-paper p-4">
      <h2 className="text-xl">
        {formatDay(wave.deliversOn, locale)} · {pick(wave.zoneZh, wave.zoneEn)}
      </h2>
      {isOffice ? (
        <p className="text-ink-2">
          {t.boxes} {wave.boxes}
        </p>
      ) : null}
      <table className="mt-2 w-full text-left">
        <thead>
          <tr className="border-b border-rule">
            <th scope="col" className="py-2 pr-4">
              {t.part}
            </th>
            {isOffice ? (
              <th scope="col" className="py-2 pr-4">
                {t.farm}
              </th>
            ) : null}
            <th scope="col" className="py-2 text-right">
              {t.expectedUnits}
            </th>
          </tr>
        </thead>
        <tbody>
          {wave.rows.map((row) => (
            <tr key={row.variantId} className="border-b border-rule last:border-b-0">
              <td className="py-2 pr-4">
                {pick(`${row.nameZh} ${row.sizeZh}`, `${row.nameEn}, ${row.sizeEn}`)}
                {row.ofAll === null ? null : <span className="block text-sm text-ink-2">{t.shareOfAll(row.ofAll)}</span>}
              </td>
              {isOffice ? <td className="py-2 pr-4">{row.farmZh && row.farmEn ? pick(row.farmZh, row.farmEn) : t.allianceFarm}</td> : null}
              <td className="py-2 text-right tabular-nums">{row.units}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
