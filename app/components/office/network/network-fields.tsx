import type { ReactNode } from 'react'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import type { NetworkProblems } from '#app/domain/delivery/network-problems.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

export type Typed = Record<string, string>
type Texts = (typeof networkMessages)['en']
export type FieldName = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts]
type Form = { id: string; typed: Typed; problems: NetworkProblems }
type Input = { name: string; label: FieldName; type?: 'text' | 'date' | 'time' | 'number'; hint?: FieldName }

/** Fields of one of the network's forms: what was typed stays, and each problem is at its field. `id` keeps two forms of a page apart. */
export function NetworkFields({ id, fields, typed, problems }: Form & { fields: readonly Input[] }) {
  const t = useMessages(networkMessages)
  return (
    <>
      {fields.map(({ name, label, type = 'text', hint }) => (
        <Field
          key={name}
          id={`${id}-${name}`}
          name={name}
          label={t[label]}
          type={type === 'number' ? 'text' : type}
          inputMode={type === 'number' ? 'decimal' : undefined}
          hint={hint ? t[hint] : undefined}
          defaultValue={typed[name] ?? ''}
          error={sayProblem(problems, name, t)}
          autoComplete="off"
        />
      ))}
    </>
  )
}

type Choice = Form & { name: string; label: FieldName; children: ReactNode }

export function NetworkChoice({ id, name, label, typed, problems, children }: Choice) {
  const t = useMessages(networkMessages)
  return (
    <SelectField id={`${id}-${name}`} name={name} label={t[label]} defaultValue={typed[name] ?? ''} error={sayProblem(problems, name, t)}>
      {children}
    </SelectField>
  )
}

export function OpenChoice(form: Form) {
  const t = useMessages(networkMessages)
  return (
    <NetworkChoice {...form} name="status" label="state">
      <option value="open">{t.open}</option>
      <option value="closed">{t.closed}</option>
    </NetworkChoice>
  )
}

type Hub = { id: string; nameZh: string; nameEn: string; status: 'open' | 'closed' }

/** Every hub to choose from, also one that is closed: what stands there still names it. */
export function HubOptions({ hubs }: { hubs: readonly Hub[] }) {
  const t = useMessages(networkMessages)
  const pick = usePick()
  return hubs.map(({ id, nameZh, nameEn, status }) => (
    <option key={id} value={id}>
      {pick(nameZh, nameEn)}
      {status === 'closed' ? ` (${t.closed})` : ''}
    </option>
  ))
}

/** Seven boxes, Monday first; named `day-1` to `day-7`. */
export function WeekdayBoxes({ typed, problems }: Form) {
  const t = useMessages(networkMessages)
  const wrong = sayProblem(problems, 'weekdays', t)
  return (
    <fieldset className="flex flex-col gap-1 sm:col-span-2">
      <legend className="font-semibold">{t.weekdays}</legend>
      <div className="flex flex-wrap gap-x-4">
        {([1, 2, 3, 4, 5, 6, 7] as const).map((day) => (
          <label key={day} className="flex min-h-11 items-center gap-2">
            <input type="checkbox" name={`day-${day}`} defaultChecked={typed[`day-${day}`] !== undefined} className="size-5" />
            {t[`day${day}`]}
          </label>
        ))}
      </div>
      {wrong ? <p className="text-sm font-semibold text-pepper">⚠ {wrong}</p> : null}
    </fieldset>
  )
}

export const sayDays = (weekdays: readonly number[], t: Texts) =>
  weekdays.map((day) => t[`day${day as 1 | 2 | 3 | 4 | 5 | 6 | 7}`]).join(' ')

function sayProblem(problems: NetworkProblems, name: string, t: Texts): string | undefined {
  const problem = problems[name]
  return problem ? t[problem] : undefined
}
