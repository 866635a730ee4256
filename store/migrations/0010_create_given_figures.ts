import { type Kysely, sql } from 'kysely'

/** Figures of accounts that do not come from sales: debts, days of payment, satisfaction, share of wallet. */
export async function up(database: Kysely<unknown>): Promise<void> {
  // A log: of an account the figure of the latest day counts, of one day the last; earlier ones are kept.
  await sql`
    CREATE TABLE given_figure (
      id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      account text NOT NULL,
      figure text NOT NULL,
      value double precision NOT NULL CHECK (value > '-Infinity' AND value < 'Infinity'),
      day date NOT NULL,
      author text NOT NULL,
      reason text NOT NULL,
      file text NOT NULL,
      imported_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`CREATE INDEX given_figure_of_account ON given_figure (figure, account, day, id)`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await sql`DROP TABLE given_figure`.execute(database)
}
