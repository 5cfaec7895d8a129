import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { lookOfRun } from './run-looks.ts'

/** What the signs on the map mean, in words. */
export function WaveMapLegend({
  runs,
  hasUnserved,
}: {
  runs: readonly { number: number; stops: readonly unknown[] }[]
  hasUnserved: boolean
}) {
  const t = useMessages(allianceMessages)
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-semibold">{t.legend}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        <li className="flex items-center gap-2">
          <svg viewBox="0 0 44 24" width={44} height={24} aria-hidden="true">
            <path d="M11 21v-10l11-8l11 8v10z" className="fill-rape stroke-on-rape" strokeWidth={2} />
          </svg>
          {t.hub}
        </li>
        {runs.map(({ number, stops }) => {
          const look = lookOfRun(number)
          return (
            <li key={number} className="flex items-center gap-2">
              <svg viewBox="0 0 44 24" width={44} height={24} aria-hidden="true">
                <path d="M0 12h44" className={look.stroke} strokeWidth={2.5} strokeDasharray={look.dash} />
                <rect x={13} y={3} width={18} height={18} rx={look.corner} className={`fill-paper ${look.stroke}`} strokeWidth={2} />
              </svg>
              {t.runNumber(number)} · {t.stopsOf(stops.length)}
            </li>
          )
        })}
        <li className="flex items-center gap-2">
          <svg viewBox="0 0 44 24" width={44} height={24} aria-hidden="true">
            <rect x={6} y={4} width={32} height={16} className="fill-leaf-tint stroke-control" strokeDasharray="4 3" />
          </svg>
          {t.zoneArea}
        </li>
        {hasUnserved ? (
          <li className="flex items-center gap-2">
            <svg viewBox="0 0 44 24" width={44} height={24} aria-hidden="true">
              <path d="M17 7l10 10m0-10l-10 10" className="stroke-pepper" strokeWidth={3} />
            </svg>
            {t.unserved}
          </li>
        ) : null}
      </ul>
    </div>
  )
}
