import { defineConfig } from 'drizzle-kit'

const postgres = process.env.DATABASE_URL?.startsWith('postgres')

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/index.ts',
  out: `./db/migrations/${postgres ? 'postgres' : 'sqlite'}`,
})
