import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { setNickname } from '#db/queries/ahead/adoption-writes.server.ts'
import { findFarmOffer, insertNews } from '#db/queries/ahead/farm-adoptions.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'

type News = {
  farmId: string
  userId: string
  offerId: string
  /** the form's own: sent twice it is one item */
  key: string
  /** null: of all of them */
  number: number | null
  textZh: string
  textEn: string
  pictureId: string | null
  now: Date
}

/** A farm tells those who adopted how it goes: all of them, or of one number. `number_free`: nobody has that number. */
export function postNews(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, offerId, key, number, textZh, textEn, pictureId, now }: News,
): Promise<Result<{ newsId: string }, { code: 'not_found' } | { code: 'number_free' }>> {
  const newsId = `news_${key}`
  return transact(async (tx) => {
    const offer = await findFarmOffer(tx, { farmId, offerId })
    if (offer === null) return refuse({ code: 'not_found' })
    if (number !== null && !offer.taken.includes(number)) return refuse({ code: 'number_free' })
    const row = { id: newsId, offerId, number, textZh, textEn, pictureId, postedBy: userId, postedAt: now }
    if (!(await insertNews(tx, row))) return accept({ newsId })
    const detail = { newsId, number }
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'adoption_news_posted', subject: offerId, detail, at: now })
    return accept({ newsId })
  })
}

/** Who adopted it calls it what they like; nobody else reads that. */
export function nameAdoption(
  { transact }: Pick<Database, 'transact'>,
  asked: { adoptionId: string; customerId: string; nickname: string },
): Promise<Result<null, { code: 'not_found' }>> {
  return transact(async (tx) => ((await setNickname(tx, asked)) ? accept(null) : refuse({ code: 'not_found' })))
}
