import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OlderPages } from '#app/components/office/older-pages.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { refusedWordMessages } from '#app/i18n/messages/refused-words.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { findAuditPage } from '#db/queries/audit.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => allianceDeskMessages[locale].auditTitle)

const pageSize = 50
const Before = IdSchema.nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const before = Before.parse(new URL(request.url).searchParams.get('before'))
  const rows = await findAuditPage(db().reader, { before, actsFor: null, limit: pageSize + 1 })
  const entries = rows.slice(0, pageSize)
  return { before, entries, older: rows.length > pageSize ? (entries.at(-1)?.id ?? null) : null }
}

/** The words every desk has for what was done there, put together once: there are too many to do it for each row. */
const actionMessages = { 'zh-CN': wordsOfEveryDesk('zh-CN'), en: wordsOfEveryDesk('en') }
type Texts = (typeof actionMessages)['en']

function wordsOfEveryDesk(locale: Locale) {
  return {
    ...afterSalesMessages[locale],
    ...dockMessages[locale],
    ...networkMessages[locale],
    ...brandDeskMessages[locale],
    ...dispatchMessages[locale],
    action_driver_word_seen: refusedWordMessages[locale].action_driver_word_seen,
    ...allianceDeskMessages[locale],
  }
}

const actionTexts: Record<string, (t: Texts) => string> = {
  wave_closed: (t) => t.action_wave_closed,
  invoice_issued: (t) => t.action_invoice_issued,
  plan_plan: (t) => t.action_plan,
  plan_move: (t) => t.action_move,
  plan_lock: (t) => t.action_lock,
  plan_unlock: (t) => t.action_unlock,
  plan_exclude: (t) => t.action_exclude,
  plan_include: (t) => t.action_include,
  plan_reorder: (t) => t.action_reorder,
  plan_hand_over: (t) => t.action_hand_over,
  plan_split: (t) => t.action_split,
  plan_undo: (t) => t.action_undo,
  plan_published: (t) => t.action_publish,
  plan_requested: (t) => t.action_requested,
  plan_held: (t) => t.action_held,
  adoption_opened: (t) => t.action_adoption_opened,
  adoption_news_posted: (t) => t.action_adoption_news_posted,
  presale_opened: (t) => t.action_presale_opened,
  presale_closed: (t) => t.action_presale_closed,
  harvest_brought_in: (t) => t.action_harvest_brought_in,
  harvest_put_off: (t) => t.action_harvest_put_off,
  harvest_called_off: (t) => t.action_harvest_called_off,
  lot_added: (t) => t.action_lot_added,
  size_added: (t) => t.action_size_added,
  product_listed: (t) => t.action_product_listed,
  product_described: (t) => t.action_product_described,
  steps_set: (t) => t.action_steps_set,
  review_answered: (t) => t.action_review_answered,
  review_hidden: (t) => t.action_review_hidden,
  review_shown: (t) => t.action_review_shown,
  driver_word_seen: (t) => t.action_driver_word_seen,
  drop_settled: (t) => t.action_drop_settled,
  order_redelivered: (t) => t.action_order_redelivered,
  failed_delivery_settled: (t) => t.action_failed_delivery_settled,
  transfer_received: (t) => t.action_transfer_received,
  pickup_payment_received: (t) => t.action_pickup_payment_received,
  buyer_admitted: (t) => t.action_buyer_admitted,
  buyer_amended: (t) => t.action_buyer_amended,
  farm_suspended: (t) => t.action_farm_suspended,
  farm_licensed: (t) => t.action_farm_licensed,
  consignments_packed: (t) => t.action_consignments_packed,
  crates_handed_over: (t) => t.action_crates_handed_over,
  crates_received: (t) => t.action_crates_received,
  collection_planned: (t) => t.action_collection_planned,
  parcels_carried_over: (t) => t.action_parcels_carried_over,
  missing_refunded: (t) => t.action_missing_refunded,
  listings_edited: (t) => t.action_listings_edited,
  distribution_chosen: (t) => t.action_distribution_chosen,
  terms_proposed: (t) => t.action_terms_proposed,
  terms_agreed: (t) => t.action_terms_agreed,
  terms_withdrawn: (t) => t.action_terms_withdrawn,
  bundle_created: (t) => t.action_bundle_created,
  bundle_changed: (t) => t.action_bundle_changed,
  bundle_listed: (t) => t.action_bundle_listed,
  bundle_taken_off: (t) => t.action_bundle_taken_off,
  promotion_created: (t) => t.action_promotion_created,
  promotion_stopped: (t) => t.action_promotion_stopped,
  funds_moved: (t) => t.action_funds_moved,
  match_received: (t) => t.action_match_received,
  claim_proposed: (t) => t.action_claim_proposed,
  claim_paid: (t) => t.action_claim_paid,
  claim_declined: (t) => t.action_claim_declined,
  wave_reckoned: (t) => t.action_wave_reckoned,
  sharing_rule_proposed: (t) => t.action_sharing_rule_proposed,
  sharing_rule_agreed: (t) => t.action_sharing_rule_agreed,
  sharing_rule_declined: (t) => t.action_sharing_rule_declined,
  share_proposed: (t) => t.action_share_proposed,
  share_paid: (t) => t.action_share_paid,
  share_declined: (t) => t.action_share_declined,
  licence_fee_received: (t) => t.action_licence_fee_received,
  size_by_weight: (t) => t.action_size_by_weight,
  settlement_drafted: (t) => t.action_settlement_drafted,
  settlement_reviewed: (t) => t.action_settlement_reviewed,
  settlement_approved: (t) => t.action_settlement_approved,
  payout_tried_again: (t) => t.action_payout_tried_again,
  payout_file_made: (t) => t.action_payout_file_made,
  payout_answer_imported: (t) => t.action_payout_answer_imported,
  payout_account_entered: (t) => t.action_payout_account_entered,
  debt_recovery_asked: (t) => t.action_debt_recovery_asked,
  debt_written_off: (t) => t.action_debt_written_off,
  write_off_declined: (t) => t.action_write_off_declined,
  period_closed: (t) => t.action_period_closed,
  posting_reversed: (t) => t.action_posting_reversed,
  reversal_proposed: (t) => t.action_reversal_proposed,
  reversal_declined: (t) => t.action_reversal_declined,
  refund_proposed: (t) => t.action_refund_proposed,
  refund_approved: (t) => t.action_refund_approved,
  refund_declined: (t) => t.action_refund_declined,
  refund_sent_by_bank: (t) => t.action_refund_sent_by_bank,
  refund_tried_again: (t) => t.action_refund_tried_again,
  lines_cancelled: (t) => t.action_lines_cancelled,
  product_pictures_changed: (t) => t.action_product_pictures_changed,
  farm_picture_changed: (t) => t.action_farm_picture_changed,
  indication_registered: (t) => t.action_indication_registered,
  indication_ended: (t) => t.action_indication_ended,
  origin_doubt_cleared: (t) => t.action_origin_doubt_cleared,
  origin_doubt_taken_off: (t) => t.action_origin_doubt_taken_off,
  farm_host_set: (t) => t.action_farm_host_set,
  farm_test_recorded: (t) => t.action_farm_test_recorded,
  zone_saved: (t) => t.action_zone_saved,
  hub_saved: (t) => t.action_hub_saved,
  wave_terms_saved: (t) => t.action_wave_terms_saved,
  wave_rule_saved: (t) => t.action_wave_rule_saved,
  calendar_set: (t) => t.action_calendar_set,
  calendar_cleared: (t) => t.action_calendar_cleared,
  pickup_point_saved: (t) => t.action_pickup_point_saved,
  place_answered: (t) => t.action_place_answered,
  fleet_vehicle: (t) => t.action_fleet_vehicle,
  fleet_shift: (t) => t.action_fleet_shift,
  fleet_end_shift: (t) => t.action_fleet_end_shift,
  fleet_absence: (t) => t.action_fleet_absence,
  fleet_end_absence: (t) => t.action_fleet_end_absence,
  fleet_tariff: (t) => t.action_fleet_tariff,
  fleet_carrier: (t) => t.action_fleet_carrier,
  fleet_driver: (t) => t.action_fleet_driver,
}

export default function Audit() {
  const { entries, before, older } = useLoaderData<typeof loader>()
  const t = useMessages(actionMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.auditTitle}</h1>
        <p className="text-ink-2">{t.auditLead}</p>
      </header>
      {entries.length === 0 ? (
        <Empty>{t.noEntries}</Empty>
      ) : (
        <DataTable
          caption={t.auditTitle}
          rows={entries}
          rowKey={(entry) => entry.id}
          columns={[
            { key: 'at', title: t.when, cell: (entry) => <span className="whitespace-nowrap">{formatMoment(entry.at, locale)}</span> },
            { key: 'actor', title: t.actor, cell: (entry) => <span className="whitespace-nowrap">{entry.actor ?? entry.actorId}</span> },
            {
              key: 'for',
              title: t.actsFor,
              cell: (entry) =>
                entry.actsFor === 'alliance' ? t.alliance : pick(entry.farmZh ?? entry.actsFor, entry.farmEn ?? entry.actsFor),
            },
            {
              key: 'action',
              title: t.action,
              cell: (entry) => actionTexts[entry.action]?.(t) ?? entry.action,
            },
            { key: 'subject', title: t.subject, cell: (entry) => entry.subject },
            {
              key: 'detail',
              title: t.detail,
              cell: (entry) => <span className="block max-w-md break-all text-xs text-ink-2">{shortDetail(entry.detail)}</span>,
            },
          ]}
        />
      )}
      <OlderPages before={before} older={older} />
    </>
  )
}

const shortDetail = (detail: Record<string, unknown>) => {
  const text = JSON.stringify(detail)
  return text.length > 240 ? `${text.slice(0, 240)}…` : text
}
