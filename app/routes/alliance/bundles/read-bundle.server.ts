import { businessDay } from '#app/domain/business-day.ts'
import { previewBundle } from '#app/domain/ordering/preview-bundle.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { type BundleProblems, readBundleForm } from '#app/schemas/bundle.ts'
import type { BundleFields } from '#app/services/bundles/save-bundle.server.ts'
import { findPartChoices, findPartsByCode } from '#db/queries/bundles/bundle-desk.server.ts'

const choicesShown = 600

/** The sizes the form's list offers, as they are chosen: the code first, then what it is of. */
export async function partChoices(): Promise<string[]> {
  const choices = await findPartChoices(db().reader, choicesShown)
  return choices.map(({ code, nameZh, sizeZh, farmZh }) => [code, nameZh, sizeZh, farmZh ?? '联盟'].join(' '))
}

/** The form held against the shelf: a bundle to save with the account of one, or what is wrong at each field. */
export async function readBundle(typed: Record<string, string>) {
  const { texts, picture, offBp, parts: asked, problems } = readBundleForm(typed)
  const codes = asked.map(({ code }) => code)
  const rows = codes.length === 0 ? [] : await findPartsByCode(db().reader, codes, businessDay(now()))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const found: BundleProblems = { ...problems }
  for (const { row, code } of asked) if (!byCode.has(code)) found[`part${row}`] = 'unknown_part'
  const parts = asked.flatMap(({ code, units }) => {
    const row = byCode.get(code)
    return row ? [{ ...row, units }] : []
  })
  const isPriced = parts.length > 0 && parts.length === asked.length && problems.off === undefined
  const preview = isPriced ? describePreview(parts, offBp) : null
  if (Object.keys(found).length > 0) return { ok: false, problems: found, preview } as const
  const bundle: BundleFields = { ...texts, picture, offBp, parts: parts.map(({ variantId, units }) => ({ variantId, units })) }
  return { ok: true, bundle, preview } as const
}

type Part = Awaited<ReturnType<typeof findPartsByCode>>[number] & { units: number }

function describePreview(parts: readonly Part[], offBp: number) {
  const { farms, scarceIds, ...sums } = previewBundle(parts, offBp)
  const ofFarm = new Map(parts.map((part) => [part.farmId, part]))
  const scarce = parts.filter(({ variantId }) => scarceIds.includes(variantId))
  return {
    ...sums,
    scarce: scarce.map(({ nameZh, nameEn, left }) => ({ nameZh, nameEn, left })),
    farms: farms.map((farm) => ({
      ...farm,
      farmZh: ofFarm.get(farm.farmId)?.farmZh ?? null,
      farmEn: ofFarm.get(farm.farmId)?.farmEn ?? null,
    })),
  }
}
export type BundlePreviewShown = ReturnType<typeof describePreview>
