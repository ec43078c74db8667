import type { ClaimReason, ClaimResult, ClaimState } from '../../core/awards.ts'
import { CLAIM_STATES } from '../../core/awards.ts'
import { parseDate } from '../../core/calendar.ts'
import type { Body } from '../../core/ledger.ts'
import type { ApiCounts } from './gold.ts'
import type { Claim } from './inputs.ts'

/** A validator's answer on one document; `errors` in the reader's language. */
export interface DocumentVerdict {
  readonly verdict: 'valid' | 'invalid' | 'unverified' | 'unsupported'
  readonly errors: readonly string[]
}

/** Asked once per document, at most. */
export type ValidateDocument = (document: string) => Promise<DocumentVerdict>

export interface ClaimContext {
  /** Bodies of the claimed datasets that are in the ledger. */
  readonly bodies: ReadonlyMap<string, Body>
  readonly validate: ValidateDocument
  /** The moment of the ledger, milliseconds since 1970: no confirmation is younger. */
  readonly now: number
}

type Judged = Pick<ClaimResult, 'state' | 'reason' | 'errors'>

/**
 * 加分項目 (貳、二、(二)): an API counts when its document is valid OpenAPI and the claim was confirmed. The unit is
 * 資料集 API: of several claims for one dataset the best counts, the others are refused.
 */
export async function settleClaims(claims: readonly Claim[], context: ClaimContext): Promise<ClaimResult[]> {
  const verdicts = new Map<string, DocumentVerdict>()
  const settled: ClaimResult[] = []
  for (const claim of claims) {
    const body = context.bodies.get(claim.dataset)
    settled.push({
      ...claim,
      ...(body && { body: body.id }),
      ...(await judge(claim, body, verdicts, context)),
    })
  }
  return refuseRepetition(settled)
}

async function judge(
  claim: Claim,
  body: Body | undefined,
  verdicts: Map<string, DocumentVerdict>,
  { validate, now }: ClaimContext,
): Promise<Judged> {
  if (!body) return because('refused', 'unknown-dataset')
  if (body.group !== 'central' && body.group !== 'local') return because('refused', 'not-eligible')
  const known = verdicts.get(claim.document) ?? (await validate(claim.document))
  verdicts.set(claim.document, known)
  const { verdict, errors } = known
  if (verdict === 'invalid') return because('refused', 'invalid', errors)
  const doubt = unconfirmed(claim, now)
  if (verdict !== 'valid') return because(doubt ? 'refused' : 'open', verdict, errors)
  return doubt ? because('potential', doubt) : { state: 'counted', errors: [] }
}

function unconfirmed({ confirmedBy, date }: Claim, now: number): ClaimReason | undefined {
  if (!confirmedBy?.trim()) return 'not-confirmed'
  if (!date?.trim()) return 'no-date'
  const ms = parseDate(date)
  if (ms === undefined) return 'bad-date'
  return ms > now ? 'future-date' : undefined
}

const because = (state: ClaimState, reason: ClaimReason, errors: readonly string[] = []): Judged => ({
  state,
  reason,
  errors,
})

/** By state, then by document: the order of the claims decides nothing. */
const better = (a: ClaimResult, b: ClaimResult): number =>
  CLAIM_STATES.indexOf(a.state) - CLAIM_STATES.indexOf(b.state) ||
  (a.document < b.document ? -1 : a.document > b.document ? 1 : 0)

function refuseRepetition(claims: readonly ClaimResult[]): ClaimResult[] {
  const best = new Map<string, ClaimResult>()
  for (const claim of claims) {
    const rival = best.get(claim.dataset)
    if (!rival || better(claim, rival) < 0) best.set(claim.dataset, claim)
  }
  return claims.map((claim) =>
    claim.state === 'refused' || best.get(claim.dataset) === claim
      ? claim
      : { ...claim, ...because('refused', 'claimed-twice') },
  )
}

export function countApis(claims: readonly ClaimResult[]): Map<string, ApiCounts> {
  const counts = new Map<string, ApiCounts>()
  for (const { body, state } of claims) {
    if (body === undefined || state === 'refused') continue
    const before = counts.get(body) ?? { counted: 0, open: 0, potential: 0 }
    counts.set(body, { ...before, [state]: before[state] + 1 })
  }
  return counts
}
