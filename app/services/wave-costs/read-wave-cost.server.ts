import { costGame, farmsOf, shareByRule } from '#app/domain/delivery/share-by-rule.ts'
import { exactAtMost } from '#app/domain/delivery/share-by-shapley.ts'
import { type SharingRuleName, sharingRuleNames } from '#app/domain/delivery/sharing-rule.ts'
import type { Reader } from '#db/connection.ts'
import { findFarmNames, findFarmShares, findReckonedWaves, findWaveCost } from '#db/queries/wave-costs/wave-costs.server.ts'
import { findWaveToReckon, isFromBefore } from '#db/queries/wave-costs/wave-reckoning.server.ts'
import { readCostsStart } from './costs-start.server.ts'
import { type DrivenFacts, readDrivenWave } from './read-driven-wave.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

/**
 * How a wave's cost came about: its runs as planned and driven, every farm's share as it was reckoned, what each rule would give,
 * and for up to eight farms the cost of every group of them, from which anyone can work the Shapley values out. Sums alone: of
 * customers nothing is told.
 * @returns null when there is no such wave
 */
export async function readWaveCost(db: Db, waveId: string) {
  const page = await findWaveCost(db, waveId)
  const wave = await findWaveToReckon(db, waveId)
  if (!page || !wave) return null
  const facts = await readDrivenWave(db, wave)
  const startedAt = await readCostsStart(db)
  const shares = await findFarmShares(db, waveId)
  const rules = sharesByRule(facts)
  const { cost, ...shown } = page
  const known = cost ? rules.find(({ rule }) => rule === cost.rule)?.byFarm : undefined
  return {
    wave: shown,
    cost,
    /** it was done before waves were reckoned, and is not reckoned later */
    isFromBefore: startedAt !== null && cost === null && (await isFromBefore(db, { waveId, startedAt })),
    shares,
    rules: rules.map(({ rule, byFarm }) => ({ rule, byFarm: Object.fromEntries(byFarm) })),
    /** rows have changed since: what is reckoned today is not what was posted */
    hasMoved: cost !== null && shares.some(({ farmId, costFen }) => known?.get(farmId) !== costFen),
    runs: facts.runs.map(({ position, vehicle, costFen, asDrivenFen, distanceM, drivenM }) => ({
      position,
      vehicleZh: vehicle.nameZh,
      vehicleEn: vehicle.nameEn,
      plannedFen: costFen,
      drivenFen: asDrivenFen,
      plannedM: distanceM,
      drivenM,
    })),
    groups: groupsOf(facts),
    farms: await findFarmNames(db),
  }
}

/** Each rule's shares with the collections, which are the same by every rule. */
function sharesByRule({ driven, firstMile }: DrivenFacts) {
  return sharingRuleNames.map((rule) => {
    const { byFarm } = shareByRule(rule, driven)
    return { rule, byFarm: new Map(farmsOf(driven).map((id) => [id, (byFarm.get(id) ?? 0) + (firstMile.byFarm.get(id) ?? 0)])) }
  })
}

/** Every group of the wave's farms and what it would cost alone, the smaller groups first. */
function groupsOf({ driven }: DrivenFacts): { farmIds: string[]; costFen: number }[] {
  const farmIds = farmsOf(driven)
  if (farmIds.length === 0 || farmIds.length > exactAtMost) return []
  const { worth } = costGame(driven)
  const groups = Array.from({ length: 2 ** farmIds.length - 1 }, (_, index) => {
    const isIn = farmIds.map((_, player) => ((index + 1) & (1 << player)) !== 0)
    return { farmIds: farmIds.filter((_, player) => isIn[player]), costFen: worth(isIn) }
  })
  return groups.sort((a, b) => a.farmIds.length - b.farmIds.length)
}

const wavesPreviewed = 12

/** What every farm would have borne of the newest reckoned waves by each rule, and what it did bear. */
export async function previewRules(db: Db) {
  const waves = await findReckonedWaves(db, { fromOn: '2000-01-01', limit: wavesPreviewed })
  const sums = new Map<string, Record<SharingRuleName | 'borne', number>>()
  const add = (farmId: string, key: SharingRuleName | 'borne', amount: number) => {
    const row = sums.get(farmId) ?? { shapley: 0, weight: 0, drop: 0, borne: 0 }
    row[key] += amount
    sums.set(farmId, row)
  }
  for (const { waveId } of waves) {
    const wave = await findWaveToReckon(db, waveId)
    if (!wave) continue
    for (const { rule, byFarm } of sharesByRule(await readDrivenWave(db, wave))) {
      for (const [farmId, costFen] of byFarm) add(farmId, rule, costFen)
    }
    for (const { farmId, costFen } of await findFarmShares(db, waveId)) add(farmId, 'borne', costFen)
  }
  const farms = (await findFarmNames(db)).flatMap((farm) => {
    const row = sums.get(farm.id)
    return row ? [{ ...farm, ...row }] : []
  })
  return { waves: waves.length, fromOn: waves.at(-1)?.deliversOn ?? null, untilOn: waves[0]?.deliversOn ?? null, farms }
}
