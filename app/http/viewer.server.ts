/** Who is asking, as far as their session says. Roles are read from the database with it. */
export type Viewer = { userId: string; name: string; roles: { role: 'farm' | 'leader' | 'office' | 'courier'; actsFor: string }[] }

export async function viewerOf(_request: Request): Promise<Viewer | null> {
  return null
}
