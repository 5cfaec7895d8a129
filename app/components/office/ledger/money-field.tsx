import { Field } from '#app/components/ui/field.tsx'
import { reserveMessages } from '#app/i18n/messages/reserve.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** What a form said last: everything typed, and what was wrong with it, by field. */
export type SaidForm = { typed: Record<string, string>; problems: Record<string, MoneyProblemCode> }
type MoneyProblemCode = keyof typeof problemTexts

const problemTexts = {
  missing: (t) => t.missing,
  bad_amount: (t) => t.badAmount,
  bad_reference: (t) => t.badReference,
  bad_year: (t) => t.badYear,
  too_long: (t) => t.tooLong,
} satisfies Record<string, (t: (typeof reserveMessages)['en']) => string>

export function useFieldProblem({ problems }: SaidForm) {
  const t = useMessages(reserveMessages)
  return (name: string) => {
    const problem = problems[name]
    return problem && problemTexts[problem](t)
  }
}

/** A field that keeps what was typed and says at once what is wrong with it. */
export function MoneyField({
  said,
  name,
  label,
  hint,
  isAmount = false,
}: {
  said: SaidForm
  name: string
  label: string
  hint?: string
  isAmount?: boolean
}) {
  const problemOf = useFieldProblem(said)
  return (
    <Field
      label={label}
      name={name}
      hint={hint}
      error={problemOf(name)}
      defaultValue={said.typed[name] ?? ''}
      autoComplete="off"
      {...(isAmount ? { inputMode: 'decimal' as const } : {})}
    />
  )
}
