import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatMoment } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { type BoxLine, FarmBoxLines } from './box-lines.tsx'

type Status = 'to_pack' | 'packed' | 'handed_over' | 'at_hub' | 'on_the_way' | 'delivered' | 'cancelled'
export type ConsignmentCard = {
  id: string
  alias: string
  status: Status
  packedAt: Date | null
  dropCode: string | null
  contents: readonly BoxLine[]
}

const tones = {
  to_pack: 'waiting',
  packed: 'done',
  handed_over: 'done',
  at_hub: 'done',
  on_the_way: 'moving',
  delivered: 'done',
  cancelled: 'bad',
} as const

/** The consignments of a wave, each by its alias: tick many, or say of one that it is packed, and what a box fell short of. */
export function FarmConsignmentList({
  waveId,
  consignments,
  typed,
}: {
  waveId: string
  consignments: readonly ConsignmentCard[]
  /** what stood in the fields when packing was refused, by their names */
  typed: Readonly<Record<string, string>>
}) {
  const t = useMessages(farmMessages)
  const a = useMessages(afterSalesMessages)
  const toPack = consignments.filter(({ status }) => status === 'to_pack')
  return (
    <Form method="post" action={`/farm/consignments?wave=${waveId}`} className="flex flex-col gap-4">
      {/* Enter in a field packs what is ticked, not the first box. */}
      <button type="submit" name="intent" value="chosen" className="hidden" tabIndex={-1} aria-hidden="true" />
      {toPack.length > 0 ? <p className="text-ink-2 print:hidden">{a.shortHint}</p> : null}
      <ul className="grid gap-3 md:grid-cols-2">
        {consignments.map((consignment) => (
          <li
            key={consignment.id}
            id={consignment.alias}
            className="scroll-mt-4 rounded-md border border-rule bg-paper px-4 py-3 break-inside-avoid"
          >
            <ConsignmentHead consignment={consignment} />
            <FarmBoxLines lines={consignment.contents} isToPack={consignment.status === 'to_pack'} typed={typed} />
            {consignment.status === 'to_pack' ? (
              <Button type="submit" name="one" value={consignment.id} look="plain" className="mt-2 w-full print:hidden">
                {t.packOne(consignment.alias)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="sticky bottom-0 -mx-4 flex flex-wrap gap-2 border-t border-rule bg-paper px-4 py-3 print:hidden">
        {toPack.length > 0 ? (
          <Button type="submit" name="intent" value="chosen">
            {t.packChosen}
          </Button>
        ) : null}
        <ButtonLink to={`/farm/consignments/labels?wave=${waveId}`} look="plain">
          {t.printLabels}
        </ButtonLink>
      </div>
    </Form>
  )
}

function ConsignmentHead({ consignment: { id, alias, status, packedAt, dropCode } }: { consignment: ConsignmentCard }) {
  const t = useMessages(farmMessages)
  const locale = useLocale()
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      {status === 'to_pack' ? (
        <label className="flex size-11 items-center justify-center print:hidden">
          <input type="checkbox" name="consignment" value={id} className="size-5 accent-leaf" />
          <span className="sr-only">{t.choose(alias)}</span>
        </label>
      ) : null}
      <h2 className="font-sans text-2xl font-bold">{alias}</h2>
      <StatusMark tone={tones[status]}>{t[status]}</StatusMark>
      <p className="basis-full text-sm text-ink-2">
        {dropCode === null ? t.noDropYet : t.dropCode(dropCode)}
        {packedAt === null ? null : ` · ${t.packedAt(formatMoment(packedAt, locale))}`}
      </p>
    </div>
  )
}
