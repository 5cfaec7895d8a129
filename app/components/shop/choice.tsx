import type { ReactNode } from 'react'
import { classNames } from '#app/components/ui/class-names.ts'

/** One question answered by radio buttons; its error and hint are read out with every answer. */
export function ChoiceGroup({
  legend,
  name,
  error,
  hint,
  className,
  children,
}: {
  legend: string
  name: string
  error?: string | undefined
  hint?: string | undefined
  className?: string
  children: ReactNode
}) {
  return (
    <fieldset id={`field-${name}`} tabIndex={-1} className={classNames('flex min-w-0 flex-col gap-2', className)}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint ? <p className="text-sm text-ink-2">{hint}</p> : null}
      {error ? (
        <p id={`field-${name}-error`} className="text-sm font-semibold text-pepper">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      ) : null}
      {children}
    </fieldset>
  )
}

/** One answer: the whole card is the target. */
export function Choice({
  name,
  value,
  chosen,
  disabled = false,
  invalid = false,
  children,
}: {
  name: string
  value: string
  chosen: boolean
  disabled?: boolean
  invalid?: boolean
  children: ReactNode
}) {
  return (
    <label
      className={classNames(
        'flex min-h-11 items-start gap-3 rounded-sm border bg-paper px-3 py-2 has-checked:border-leaf has-checked:bg-leaf-tint',
        invalid ? 'border-pepper' : 'border-control',
        disabled && 'border-dashed',
      )}
    >
      <input
        type="radio"
        id={`${name}-${value}`}
        name={name}
        value={value}
        defaultChecked={chosen}
        disabled={disabled}
        {...(invalid ? { 'aria-describedby': `field-${name}-error` } : {})}
        className="mt-1 size-5 shrink-0 accent-leaf"
      />
      <span className="min-w-0 flex-1">{children}</span>
    </label>
  )
}
