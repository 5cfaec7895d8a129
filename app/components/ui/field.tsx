import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'

const control = 'min-h-11 w-full rounded-sm border bg-paper px-3 py-2 text-ink placeholder:text-ink-2'

type Around = { label: string; name: string; error?: string | undefined; hint?: string | undefined; id?: string }

/** What a control says about itself: its id, its error and its hint, tied together for a screen reader. */
function describe({ id, name, error, hint }: Omit<Around, 'label'>) {
  const controlId = id ?? `field-${name}`
  const describedBy = [error && `${controlId}-error`, hint && `${controlId}-hint`].filter(Boolean).join(' ')
  return {
    controlId,
    attributes: {
      id: controlId,
      name,
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      ...(error ? { 'aria-invalid': true as const } : {}),
    },
  }
}

function Frame({ label, error, hint, controlId, children }: Omit<Around, 'name' | 'id'> & { controlId: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={controlId} className="font-semibold">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${controlId}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${controlId}-error`} className="text-sm font-semibold text-pepper">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      ) : null}
    </div>
  )
}

export function Field({ label, error, hint, className, ...rest }: Around & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>) {
  const { controlId, attributes } = describe({ ...rest, error, hint })
  return (
    <Frame label={label} error={error} hint={hint} controlId={controlId}>
      <input {...rest} {...attributes} className={classNames(control, error ? 'border-pepper' : 'border-control', className)} />
    </Frame>
  )
}

export function SelectField({
  label,
  error,
  hint,
  className,
  children,
  ...rest
}: Around & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'>) {
  const { controlId, attributes } = describe({ ...rest, error, hint })
  return (
    <Frame label={label} error={error} hint={hint} controlId={controlId}>
      <select {...rest} {...attributes} className={classNames(control, error ? 'border-pepper' : 'border-control', className)}>
        {children}
      </select>
    </Frame>
  )
}

export function TextField({
  label,
  error,
  hint,
  className,
  ...rest
}: Around & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>) {
  const { controlId, attributes } = describe({ ...rest, error, hint })
  return (
    <Frame label={label} error={error} hint={hint} controlId={controlId}>
      <textarea rows={3} {...rest} {...attributes} className={classNames(control, error ? 'border-pepper' : 'border-control', className)} />
    </Frame>
  )
}
