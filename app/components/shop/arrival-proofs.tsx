import { handoverNotes } from '#app/domain/delivery/settle-drop.ts'
import { picturePath } from '#app/domain/media/picture-files.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { orderLiveMessages } from '#app/i18n/messages/order-live.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

export type ArrivalProof = {
  id: string
  kind: 'photo' | 'signature' | 'code' | 'qr' | 'note'
  note: string
  takenAt: Date
  picture: { mediaId: string; width: number; height: number } | null
}

/** What the driver shows for a delivery: pictures that open large, and words. */
export function ArrivalProofs({ proofs }: { proofs: readonly ArrivalProof[] }) {
  const t = useMessages(orderLiveMessages)
  if (proofs.length === 0) return null
  return (
    <ul aria-label={t.proofs} className="flex flex-wrap gap-3 pt-2">
      {proofs.map((proof) => (
        <li key={proof.id} className="max-w-40">
          {proof.picture ? <ProofPicture proof={proof} picture={proof.picture} /> : null}
          <ProofText proof={proof} />
        </li>
      ))}
    </ul>
  )
}

function ProofPicture({ proof, picture }: { proof: ArrivalProof; picture: NonNullable<ArrivalProof['picture']> }) {
  const t = useMessages(orderLiveMessages)
  const locale = useLocale()
  const { mediaId, width, height } = picture
  return (
    <a href={picturePath(mediaId, 'large.webp')} className="block rounded-sm border border-rule bg-paper">
      <img
        src={picturePath(mediaId, 'small.webp')}
        alt={t.proofAlt(t[`proof_${proof.kind}`], formatMoment(proof.takenAt, locale))}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        className="h-auto max-h-40 w-full rounded-sm object-contain"
      />
    </a>
  )
}

function ProofText({ proof: { kind, note } }: { proof: ArrivalProof }) {
  const t = useMessages(orderLiveMessages)
  const place = handoverNotes.find((one) => one === note)
  return (
    <p className="text-sm text-ink-2">
      {place ? t[`note_${place}`] : t[`proof_${kind}`]}
      {note && !place ? ` · ${note}` : ''}
    </p>
  )
}
