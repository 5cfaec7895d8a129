import { Field } from '#app/components/ui/field.tsx'

/** The code that was sent to somebody's number; a phone offers it by itself. Its name is `code`. */
export function CodeField({ label, error }: { label: string; error: string | undefined }) {
  return <Field label={label} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={12} required error={error} />
}
