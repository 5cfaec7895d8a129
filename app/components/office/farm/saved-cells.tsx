import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import type { ListingChange } from '#app/domain/catalog/listing-change.ts'
import { formatFen } from '#app/i18n/format.ts'
import { farmListingsMessages } from '#app/i18n/messages/farm-listings.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Texts = (typeof farmListingsMessages)['en']
type Name = { productZh: string; productEn: string; sizeZh: string; sizeEn: string } | null
export type NamedChange = { change: ListingChange; name: Name }

/** Why a cell was not saved, with what it says now or would have to exceed. */
export type CellRefusal =
  | { code: 'not_found' }
  | { code: 'not_licensed' }
  | { code: 'promised_ahead' }
  | { code: 'changed_meanwhile'; current: number | string }
  | { code: 'not_above_step'; stepFen: number }

const kindText = {
  price: (t) => t.priceChange,
  stock: (t) => t.stockChange,
  shelf: (t) => t.shelfChange,
} satisfies Record<ListingChange['kind'], (t: Texts) => string>

function valueText(kind: ListingChange['kind'], value: number | string, t: Texts): string {
  if (kind === 'price') return formatFen(Number(value))
  if (kind === 'shelf') return value === 'listed' ? t.onShelf : t.offShelf
  return String(value)
}

const refusalText = {
  not_found: (t) => t.notFound,
  not_licensed: (t) => t.notLicensed,
  promised_ahead: (t) => t.promisedAhead,
  changed_meanwhile: (t, kind, refusal) => t.changedMeanwhile('current' in refusal ? valueText(kind, refusal.current, t) : ''),
  not_above_step: (t, _, refusal) => t.notAboveStep('stepFen' in refusal ? formatFen(refusal.stepFen) : ''),
} satisfies Record<CellRefusal['code'], (t: Texts, kind: ListingChange['kind'], refusal: CellRefusal) => string>

function CellName({ name, kind }: { name: Name; kind: ListingChange['kind'] }) {
  const t = useMessages(farmListingsMessages)
  const pick = usePick()
  const title = name ? [pick(name.productZh, name.productEn), pick(name.sizeZh, name.sizeEn)].filter(Boolean).join(' · ') : null
  return <>{[title, kindText[kind](t)].filter(Boolean).join(' · ')}</>
}

/** What a save changed, old → new, and the way back. A save without changes says so. */
export function FarmSavedCells({ saved, saveKey }: { saved: { key: string; changes: readonly NamedChange[] }; saveKey: string }) {
  const t = useMessages(farmListingsMessages)
  if (saved.changes.length === 0) return <Notice tone="info">{t.nothingChanged}</Notice>
  return (
    <Notice tone="good" title={t.savedTitle(saved.changes.length)}>
      <ul className="my-2 flex flex-col gap-1">
        {saved.changes.map(({ change, name }) => (
          <li key={`${change.kind} ${change.id}`}>
            <CellName name={name} kind={change.kind} />{' '}
            <b>{t.change(valueText(change.kind, change.from, t), valueText(change.kind, change.to, t))}</b>
          </li>
        ))}
      </ul>
      <Form method="post">
        <input type="hidden" name="saveKey" value={saveKey} />
        <input type="hidden" name="savedKey" value={saved.key} />
        <Button type="submit" name="intent" value="undo" look="plain">
          {t.undo}
        </Button>
      </Form>
    </Notice>
  )
}

/** Cells that were not saved, each with its reason; all others were. */
export function FarmRefusedCells({ refused }: { refused: readonly (NamedChange & { refusal: CellRefusal })[] }) {
  const t = useMessages(farmListingsMessages)
  return (
    <Notice tone="bad" title={t.refusedTitle(refused.length)}>
      <ul className="mt-2 flex flex-col gap-1">
        {refused.map(({ change, name, refusal }) => (
          <li key={`${change.kind} ${change.id}`}>
            <b>
              <CellName name={name} kind={change.kind} />
            </b>{' '}
            {refusalText[refusal.code](t, change.kind, refusal)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
