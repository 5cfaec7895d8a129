import { readYuanText } from '#app/domain/money/yuan-text.ts'
import { bundlePictures } from '#app/domain/ordering/compose-bundle.ts'
import { mostOffBp } from '#app/domain/pricing/bundle-price.ts'

/** How many kinds a bundle can hold. */
export const partRows = 12

/** Why a field of the bundle form cannot be read. The screen has a sentence for each. */
export type BundleProblem = 'missing' | 'too_long' | 'bad_off' | 'no_parts' | 'bad_units' | 'unknown_part' | 'twice' | 'units_alone'

export const textLengths = { nameZh: 30, nameEn: 60, textZh: 300, textEn: 600, sizeZh: 30, sizeEn: 40 } as const
type TextField = keyof typeof textLengths
const textFields = Object.keys(textLengths) as TextField[]

export type BundleProblems = Partial<Record<string, BundleProblem>>

/** What a row of the form says, before anybody knows whether there is such a size. */
export type TypedPart = { row: number; code: string; units: number }

/** The size's code stands first in what the list offers. */
const codeOf = (typed: string) => typed.trim().split(/\s/)[0]?.toUpperCase() ?? ''

/**
 * Reads the form as far as it can be read by itself, with the first problem of each field; rows that are empty are none.
 * A saving typed as 7.5 is 750 basis points.
 */
export function readBundleForm(typed: Record<string, string>) {
  const problems: BundleProblems = {}
  const texts = Object.fromEntries(textFields.map((name) => [name, (typed[name] ?? '').trim()])) as Record<TextField, string>
  for (const name of textFields) {
    if (texts[name] === '') problems[name] = 'missing'
    else if (texts[name].length > textLengths[name]) problems[name] = 'too_long'
  }
  const picture = bundlePictures.find((one) => one === typed.picture) ?? 'vegetable-box'
  const off = readYuanText((typed.off ?? '').trim())
  if (off === null || off > mostOffBp) problems.off = 'bad_off'
  const parts: TypedPart[] = []
  for (let row = 1; row <= partRows; row++) {
    const code = codeOf(typed[`part${row}`] ?? '')
    const units = (typed[`units${row}`] ?? '').trim()
    if (code === '') {
      if (units !== '' && units !== '1') problems[`part${row}`] = 'units_alone'
      continue
    }
    if (!/^[1-9]\d?$/.test(units)) problems[`units${row}`] = 'bad_units'
    else if (parts.some((part) => part.code === code)) problems[`part${row}`] = 'twice'
    else parts.push({ row, code, units: Number(units) })
  }
  if (parts.length === 0 && Object.keys(problems).every((name) => !/^(part|units)/.test(name))) problems.part1 = 'no_parts'
  return { texts, picture, offBp: off ?? 0, parts, problems }
}
