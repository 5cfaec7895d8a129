import { DataTable } from '#app/components/ui/data-table.tsx'
import { type SharingRuleName, sharingRuleNames } from '#app/domain/delivery/sharing-rule.ts'
import { formatFen, formatWeight } from '#app/i18n/format.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type CostSheet = {
  cost: { rule: SharingRuleName; samples: number; errorFen: number } | null
  shares: {
    farmId: string
    farmZh: string
    farmEn: string
    orders: number
    weightG: number
    directFen: number
    costFen: number
    freightFen: number
  }[]
  rules: { rule: SharingRuleName; byFarm: Record<string, number> }[]
  runs: {
    position: number
    vehicleZh: string
    vehicleEn: string
    plannedFen: number
    drivenFen: number
    plannedM: number
    drivenM: number | null
  }[]
  groups: { farmIds: string[]; costFen: number }[]
  farms: { id: string; nameZh: string; nameEn: string }[]
}

const kilometres = (distanceM: number) => `${(distanceM / 1000).toFixed(1)} km`

/** Who bears what of a wave and how that was worked out, checkable from what is shown. `ownFarmId`: marks the reader's farm. */
export function WaveCostSheet({ sheet, ownFarmId = null }: { sheet: CostSheet; ownFarmId?: string | null }) {
  const t = useMessages(waveCostMessages)
  const locale = useLocale()
  const pick = usePick()
  const { cost, shares, rules, runs, groups, farms } = sheet
  const nameOf = (farmId: string) => {
    const farm = farms.find(({ id }) => id === farmId)
    const name = farm ? pick(farm.nameZh, farm.nameEn) : farmId
    return farmId === ownFarmId ? <b>{`${name} (${t.ours})`}</b> : name
  }
  const plainName = (farmId: string) => {
    const farm = farms.find(({ id }) => id === farmId)
    return farm ? pick(farm.nameZh, farm.nameEn) : farmId
  }
  const farmIds = farms.map(({ id }) => id).filter((id) => rules.some(({ byFarm }) => byFarm[id] !== undefined))
  return (
    <>
      {cost ? (
        <section aria-labelledby="shares" className="flex flex-col gap-3">
          <h2 id="shares" className="text-2xl">
            {t.shares}
          </h2>
          <p className="max-w-3xl">
            <b>
              {t.inForce}: {t[`rule_${cost.rule}`]}
            </b>{' '}
            {t[`ruleText_${cost.rule}`]}{' '}
            {cost.rule === 'shapley'
              ? cost.errorFen > 0
                ? t.sampled(cost.samples, formatFen(cost.errorFen))
                : t.exact(cost.samples)
              : null}
          </p>
          <DataTable
            caption={t.shares}
            rows={shares}
            rowKey={({ farmId }) => farmId}
            columns={[
              { key: 'farm', title: t.farm, cell: ({ farmId }) => nameOf(farmId) },
              { key: 'orders', title: t.orders, numeric: true, cell: ({ orders }) => orders },
              { key: 'weight', title: t.weight, numeric: true, cell: ({ weightG }) => formatWeight(weightG, locale) },
              { key: 'cost', title: t.shareOfCost, numeric: true, cell: ({ costFen }) => formatFen(costFen) },
              { key: 'freight', title: t.freight, numeric: true, cell: ({ freightFen }) => <b>{formatFen(freightFen)}</b> },
              { key: 'direct', title: t.alone, numeric: true, cell: ({ directFen }) => formatFen(directFen) },
            ]}
          />
          <p className="max-w-3xl text-sm text-ink-2">{t.freightHow}</p>
        </section>
      ) : null}
      <section aria-labelledby="runs" className="flex flex-col gap-3">
        <h2 id="runs" className="text-2xl">
          {t.runs}
        </h2>
        <DataTable
          caption={t.runs}
          rows={runs}
          rowKey={({ position }) => String(position)}
          columns={[
            { key: 'run', title: t.runColumn, cell: ({ position, vehicleZh, vehicleEn }) => t.run(position, pick(vehicleZh, vehicleEn)) },
            {
              key: 'distance',
              title: t.distance,
              numeric: true,
              cell: ({ plannedM, drivenM }) => `${kilometres(plannedM)} → ${drivenM === null ? t.notRead : kilometres(drivenM)}`,
            },
            { key: 'planned', title: t.planned, numeric: true, cell: ({ plannedFen }) => formatFen(plannedFen) },
            { key: 'driven', title: t.driven, numeric: true, cell: ({ drivenFen }) => formatFen(drivenFen) },
          ]}
        />
      </section>
      <section aria-labelledby="rules" className="flex flex-col gap-3">
        <h2 id="rules" className="text-2xl">
          {t.rulesTitle}
        </h2>
        <p className="max-w-3xl text-ink-2">{t.rulesLead}</p>
        <DataTable
          caption={t.rulesTitle}
          onPhones="table"
          rows={farmIds}
          rowKey={(farmId) => farmId}
          columns={[
            { key: 'farm', title: t.farm, cell: nameOf },
            ...sharingRuleNames.map((rule) => ({
              key: rule,
              title: t[`rule_${rule}`],
              numeric: true,
              cell: (farmId: string) => formatFen(rules.find((one) => one.rule === rule)?.byFarm[farmId] ?? 0),
            })),
          ]}
        />
      </section>
      {groups.length > 0 ? (
        <details className="rounded-md border border-rule bg-paper px-4 py-2">
          <summary className="min-h-11 py-2 font-semibold">{t.groups}</summary>
          <p className="max-w-3xl pb-2 text-sm text-ink-2">
            {t.groupsLead} {t.method}
          </p>
          <DataTable
            caption={t.groups}
            rows={groups}
            rowKey={({ farmIds: members }) => members.join()}
            columns={[
              { key: 'group', title: t.group, cell: ({ farmIds: members }) => members.map(plainName).join(' + ') },
              { key: 'cost', title: t.groupCost, numeric: true, cell: ({ costFen }) => formatFen(costFen) },
            ]}
          />
        </details>
      ) : null}
    </>
  )
}
