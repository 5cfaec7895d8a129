import { BundleForm } from '#app/components/office/bundles/bundle-form.tsx'
import { BundlePreview } from '#app/components/office/bundles/bundle-preview.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { type BundleProblems, partRows } from '#app/schemas/bundle.ts'
import type { BundlePreviewShown } from './read-bundle.server.ts'

export type BundleAnswer = {
  typed: Record<string, string>
  problems: BundleProblems
  preview: BundlePreviewShown | null
  /** another answer is another notice, which takes the focus again */
  version: number
}

type Editor = {
  title: string
  choices: readonly string[]
  formKey: string | null
  /** what the bundle says now */
  first: Record<string, string>
  answer: BundleAnswer | undefined
}

/** The form with what was typed, what is wrong at each field, and the account of one bundle where it could be made. */
export function BundleEditor({ title, choices, formKey, first, answer }: Editor) {
  const t = useMessages(bundleMessages)
  const problems = Object.entries(answer?.problems ?? {}).flatMap(([name, problem]) => (problem ? [[name, t[problem]] as const] : []))
  return (
    <>
      {problems.length > 0 ? <Notice key={answer?.version} tone="bad" title={t.problemsTitle} /> : null}
      {answer?.preview ? (
        <Panel id="preview" title={t.previewTitle}>
          <BundlePreview preview={answer.preview} />
        </Panel>
      ) : null}
      <Panel id="compose" title={title}>
        <BundleForm
          key={formKey}
          typed={answer?.typed ?? first}
          errors={Object.fromEntries(problems)}
          choices={choices}
          rows={partRows}
          formKey={answer?.typed.key ?? formKey}
        />
      </Panel>
    </>
  )
}
