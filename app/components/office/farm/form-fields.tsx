import { createContext, type InputHTMLAttributes, type ReactNode, useContext } from 'react'
import { Field, SelectField, TextField } from '#app/components/ui/field.tsx'
import { farmProductMessages, type ProductProblemText } from '#app/i18n/messages/farm-product.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Answer = {
  /** by field name: the code of what is wrong there */
  problems: Readonly<Record<string, string>>
  /** by field name: what was typed, or what the product says now */
  values: Readonly<Record<string, string>>
  /** keeps the ids of several forms on one page apart */
  form: string
}
const FormAnswer = createContext<Answer>({ problems: {}, values: {}, form: '' })

/** What the fields inside show: values, and what is wrong with them. */
export const FarmFormFields = ({ children, ...answer }: Answer & { children: ReactNode }) => (
  <FormAnswer.Provider value={answer}>{children}</FormAnswer.Provider>
)

type Column = ProductProblemText

/** A field named by its column, and `suffix` where there are several of it; its label and its problem in the reader's words. */
function useField(column: Column, suffix: string) {
  const t = useMessages(farmProductMessages)
  const { problems, values, form } = useContext(FormAnswer)
  const name = `${column}${suffix}`
  const problem = problems[name]
  return {
    id: `${form}-${name}`,
    name,
    label: String(t[column]),
    defaultValue: values[name] ?? '',
    error: problem !== undefined && problem in t ? String(t[problem as ProductProblemText]) : undefined,
  }
}

type Named = { column: Column; suffix?: string; hint?: string }

export function FarmField({ column, suffix = '', ...rest }: Named & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>) {
  const field = useField(column, suffix)
  return <Field {...field} autoComplete="off" {...rest} key={field.defaultValue} />
}

export function FarmTextField({ column, suffix = '', hint }: Named) {
  const field = useField(column, suffix)
  return <TextField {...field} hint={hint} rows={4} key={field.defaultValue} />
}

export function FarmSelect({ column, suffix = '', hint, children }: Named & { children: ReactNode }) {
  const field = useField(column, suffix)
  return (
    <SelectField {...field} hint={hint} key={field.defaultValue}>
      {children}
    </SelectField>
  )
}

/** What was ticked or chosen in a field of several choices. */
export const useChosen = (name: string): string => useContext(FormAnswer).values[name] ?? ''
export const useProblem = (name: string): string | undefined => {
  const t = useMessages(farmProductMessages)
  const code = useContext(FormAnswer).problems[name]
  return code !== undefined && code in t ? String(t[code as ProductProblemText]) : undefined
}
