import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { type SharingRuleName, sharingRuleNames } from '#app/domain/delivery/sharing-rule.ts'
import { formatDay, formatFen } from '#app/i18n/format.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Preview = Record<SharingRuleName | 'borne', number> & { id: string; nameZh: string; nameEn: string }

/** What each farm would bear of the same waves by each rule, beside what it did. */
export function RulePreview({ farms }: { farms: readonly Preview[] }) {
  const t = useMessages(waveCostMessages)
  const pick = usePick()
  return (
    <DataTable
      caption={t.rulesTitle}
      onPhones="table"
      rows={farms}
      rowKey={({ id }) => id}
      columns={[
        { key: 'farm', title: t.farm, cell: (farm) => pick(farm.nameZh, farm.nameEn) },
        ...sharingRuleNames.map((rule) => ({
          key: rule,
          title: t[`rule_${rule}`],
          numeric: true,
          cell: (farm: Preview) => formatFen(farm[rule]),
        })),
        { key: 'borne', title: t.borne, numeric: true, cell: ({ borne }) => <b>{formatFen(borne)}</b> },
      ]}
    />
  )
}

type Rule = {
  id: string
  rule: SharingRuleName
  fromOn: string
  status: 'proposed' | 'agreed' | 'declined'
  proposedBy: string
  proposer: string | null
}

/** Every rule that was proposed, and the decision that waits for a second person. */
export function RuleTable({ rules, userId }: { rules: readonly Rule[]; userId: string }) {
  const t = useMessages(waveCostMessages)
  const locale = useLocale()
  return (
    <DataTable
      caption={t.proposals}
      rows={rules}
      rowKey={({ id }) => id}
      columns={[
        { key: 'rule', title: t.rule, cell: ({ rule }) => t[`rule_${rule}`] },
        { key: 'from', title: t.fromOn, cell: ({ fromOn }) => formatDay(fromOn, locale) },
        { key: 'by', title: t.by, cell: ({ proposer, proposedBy }) => proposer ?? proposedBy },
        { key: 'state', title: t.state, cell: ({ status }) => t[status] },
        {
          key: 'action',
          title: t.action,
          cell: ({ id, status, proposedBy }) =>
            status === 'proposed' ? (
              <Form method="post" className="flex flex-wrap items-center gap-2">
                <input type="hidden" name="ruleId" value={id} />
                {proposedBy === userId ? (
                  <span>{t.waitsForSecond}</span>
                ) : (
                  <Button name="intent" value="agree">
                    {t.agree}
                  </Button>
                )}
                <Button name="intent" value="decline" look="plain">
                  {t.decline}
                </Button>
              </Form>
            ) : null,
        },
      ]}
    />
  )
}
