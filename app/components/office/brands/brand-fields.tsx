import type { InputHTMLAttributes, ReactNode } from 'react'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** What was typed in a form that came back, and which of its fields could not be read. */
export type TypedForm = { wrong: readonly string[]; typed: Readonly<Record<string, string>> }

type Named = { form: TypedForm; name: string; label: string; hint?: string }

function useProblem({ wrong }: TypedForm, name: string, type?: string) {
  const t = useMessages(brandDeskMessages)
  if (!wrong.includes(name)) return undefined
  return type === 'date' ? t.dateNeeded : t.required
}

/** A field that keeps what was typed and says what is wrong with it. */
export function BrandField({ form, name, type, ...rest }: Named & Omit<InputHTMLAttributes<HTMLInputElement>, 'form' | 'name' | 'id'>) {
  const error = useProblem(form, name, type)
  return <Field {...rest} name={name} type={type ?? 'text'} autoComplete="off" defaultValue={form.typed[name] ?? ''} error={error} />
}

export function BrandSelect({ form, name, children, ...rest }: Named & { children: ReactNode }) {
  const error = useProblem(form, name)
  return (
    <SelectField {...rest} name={name} defaultValue={form.typed[name] ?? ''} error={error}>
      <option value="" />
      {children}
    </SelectField>
  )
}
