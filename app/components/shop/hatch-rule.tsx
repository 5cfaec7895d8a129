import { classNames } from '#app/components/ui/class-names.ts'

/** The woodcut's hatching as a rule across the page, in the ink of the theme. */
export function HatchRule({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames('h-2 bg-ink [mask:url(/shop/hatch.svg)_repeat-x]', className)} />
}
